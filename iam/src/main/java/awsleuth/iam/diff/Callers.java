package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All principals there are, each in one caller. Of principals that no statement names by themselves
 * one stands for all of its kind and account, in every partition: its own name is one that no
 * statement has.
 */
final class Callers {

  private static final String ARN = "aws:principalarn";
  private static final String USER_NAME = "aws:username";
  private static final String USER_ID = "aws:userid";

  private final NamedPrincipals named;
  private final String somebody;
  private final String session;
  private final List<Caller> all = new ArrayList<>();

  private Callers(NamedPrincipals named) {
    this.named = named;
    this.somebody = named.unnamed("anyone", "");
    this.session = named.unnamed("session", "");
  }

  /**
   * All kinds of principals; a single one where no statement names any.
   *
   * @param looked the keys that follow from the principal and that conditions look at
   */
  static List<Caller> of(List<Term> terms, Set<String> looked) {
    Callers callers = new Callers(NamedPrincipals.of(terms));
    boolean names =
        terms.stream()
            .anyMatch(
                t -> t.statement().principals().present() && t.policy().type() != PolicyType.RCP);
    if (!names) {
      Principal user =
          new Principal.User("arn:aws:iam::111122223333:user/anyone", "111122223333", "anyone");
      return List.of(Caller.of("", user, Map.of()));
    }
    callers.collect(looked);
    return List.copyOf(callers.all);
  }

  private void collect(Set<String> looked) {
    for (String value : named.arns()) {
      Principal.parse(value).ifPresent(this::named);
    }
    named.accounts().forEach(a -> account(a, "account " + a));
    account(named.otherAccount(), "other accounts");
    WithoutAccount.of(named, looked).forEach(all::add);
  }

  private void named(Principal principal) {
    switch (principal) {
      case Principal.User user -> {
        one("the user " + user.text(), user, fixed(user.text(), user.account(), "User"));
        federated(user.account(), user.name());
      }
      case Principal.RoleSession s when s.pathKnown() -> role(s);
      case Principal.RoleSession s -> session(s);
      case Principal.FederatedUser user -> federated(user.account(), user.name());
      case Principal.Root _, Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> {}
    }
  }

  private void one(String words, Principal principal, Map<String, ContextValue> fixed) {
    all.add(Caller.of(words, principal, fixed));
  }

  /** Federated users of a name: those of the partitions that are named, and the others. */
  private void federated(String account, String name) {
    String end = ":sts::" + account + ":federated-user/" + name;
    Set<String> texts = new TreeSet<>();
    named.arns().stream().filter(n -> n.startsWith("arn:") && n.endsWith(end)).forEach(texts::add);
    for (String text : texts) {
      one(
          "the federated user " + text,
          new Principal.FederatedUser(text, account, name),
          fixed(text, account, "FederatedUser"));
    }
    String text = "arn:aws" + end;
    for (int i = 2; texts.contains(text); i++) {
      text = "arn:aws-" + i + end;
    }
    Map<String, ContextValue> fixed = new LinkedHashMap<>(fixed(text, account, "FederatedUser"));
    fixed.remove(ARN);
    all.add(
        new Caller(
            "the federated user " + name + " of account " + account,
            new Principal.FederatedUser(text, account, name),
            "",
            fixed,
            Map.of(ARN, List.of(arns("arn:aws*" + end), unlike(texts)))));
  }

  /** Sessions, which are not named themselves, of a role that is. */
  private void role(Principal.RoleSession role) {
    one(
        "sessions of " + role.roleArn(),
        sessionOf(role, session),
        fixed(role.roleArn(), role.account(), "AssumedRole"));
  }

  /** A session that is named: of each role that is named too, and of all others of its name. */
  private void session(Principal.RoleSession s) {
    String words = "the session " + s.text();
    String start = s.roleArn().substring(0, s.roleArn().length() - s.role().length());
    Set<String> roles = new TreeSet<>();
    named.arns().stream()
        .filter(n -> n.startsWith(start) && n.endsWith("/" + s.role()))
        .forEach(roles::add);
    for (String role : roles) {
      one(words + " of " + role, s, fixed(role, s.account(), "AssumedRole"));
    }
    String other = s.roleArn();
    for (int i = 1; roles.contains(other) || (i == 1 && !roles.isEmpty()); i++) {
      other = start + "path" + i + "/" + s.role();
    }
    Map<String, ContextValue> fixed = new LinkedHashMap<>(fixed(other, s.account(), "AssumedRole"));
    fixed.remove(ARN);
    Clause like = arns(start + s.role(), start + "?*/" + s.role());
    all.add(new Caller(words, s, other, fixed, Map.of(ARN, List.of(like, unlike(roles)))));
  }

  /** A session of a role, of whose path its ARN says nothing. */
  static Principal.RoleSession sessionOf(Principal.RoleSession role, String session) {
    String partition = role.roleArn().split(":", 3)[1];
    String account = role.account();
    return new Principal.RoleSession(
        "arn:" + partition + ":sts::" + account + ":assumed-role/" + role.role() + "/" + session,
        account,
        role.role(),
        "arn:" + partition + ":iam::" + account + ":role/" + role.role(),
        false);
  }

  private static Map<String, ContextValue> fixed(String arn, String account, String type) {
    Map<String, ContextValue> fixed = new LinkedHashMap<>();
    fixed.put(ARN, ContextValue.Present.of(arn));
    fixed.put("aws:principalaccount", ContextValue.Present.of(account));
    fixed.put("aws:principaltype", ContextValue.Present.of(type));
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    fixed.put(USER_NAME, type.equals("User") ? ContextValue.Present.of(name) : ContextValue.ABSENT);
    if (type.equals("FederatedUser")) {
      fixed.put(USER_ID, ContextValue.Present.of(account + ":" + name));
    }
    if (type.equals("Account")) {
      fixed.put(USER_ID, ContextValue.Present.of(account));
    }
    return fixed;
  }

  private void account(String account, String words) {
    String user = "arn:aws:iam::" + account + ":user/" + somebody;
    many("users of " + words, new Principal.User(user, account, somebody), user, "User");
    String role = "arn:aws:iam::" + account + ":role/" + somebody;
    Principal.RoleSession roleItself =
        new Principal.RoleSession(role, account, somebody, role, true);
    many("sessions of roles of " + words, sessionOf(roleItself, session), role, "AssumedRole");
    String federated = "arn:aws:sts::" + account + ":federated-user/" + somebody;
    many(
        "federated users of " + words,
        new Principal.FederatedUser(federated, account, somebody),
        federated,
        "FederatedUser");
    String root = ":iam::" + account + ":root";
    Map<String, ContextValue> fixed =
        new LinkedHashMap<>(fixed("arn:aws" + root, account, "Account"));
    fixed.remove(ARN);
    all.add(
        new Caller(
            "the root user of " + words,
            new Principal.Root("arn:aws" + root, account),
            "",
            fixed,
            Map.of(ARN, List.of(arns("arn:aws*" + root)))));
  }

  /** Principals of a kind that are not named. */
  private void many(String words, Principal principal, String arn, String type) {
    Map<String, ContextValue> fixed = new LinkedHashMap<>(fixed(arn, principal.account(), type));
    fixed.remove(ARN);
    fixed.remove(USER_ID);
    String kind = arn.substring("arn:aws".length(), arn.length() - somebody.length());
    Map<String, List<Clause>> limits = new LinkedHashMap<>();
    limits.put(ARN, List.of(arns("arn:aws*" + kind + "?*"), unnamed(type)));
    if (type.equals("User")) {
      fixed.remove(USER_NAME);
      limits.put(USER_NAME, List.of(texts("?*"), Clause.unwanted(patterns("*/*"))));
    }
    boolean some = named.arns().stream().anyMatch(n -> n.contains(kind));
    all.add(new Caller((some ? "other " : "") + words, principal, "", fixed, limits));
  }

  /** None of those that are named; a user's name names federated users of that name too. */
  private Clause unnamed(String type) {
    if (!type.equals("FederatedUser")) {
      return unlike(named.arns());
    }
    List<Pattern> names = new ArrayList<>();
    for (String value : named.arns()) {
      switch (Principal.parse(value).orElse(new Principal.Anonymous())) {
        case Principal.User u -> names.add(federatedUsers(u.account(), u.name()));
        case Principal.FederatedUser u -> names.add(federatedUsers(u.account(), u.name()));
        case Principal.Root _,
            Principal.RoleSession _,
            Principal.Service _,
            Principal.Provider _,
            Principal.Anonymous _ -> {}
      }
    }
    return Clause.unwanted(names);
  }

  private static Pattern federatedUsers(String account, String name) {
    return arn("arn:aws*:sts::" + account + ":federated-user/" + name);
  }

  private static Pattern arn(String pattern) {
    return Pattern.of(Shape.arn(pattern, false, Map.of()).orElseGet(() -> Shape.literal(pattern)));
  }

  private static Clause arns(String... patterns) {
    return Clause.wanted(List.of(patterns).stream().map(Callers::arn).toList());
  }

  private static Clause texts(String... patterns) {
    return Clause.wanted(patterns(patterns));
  }

  static List<Pattern> patterns(String... patterns) {
    return List.of(patterns).stream().map(p -> Pattern.of(Shape.pattern(p))).toList();
  }

  private static Clause unlike(Collection<String> texts) {
    return Clause.unwanted(texts.stream().map(t -> Pattern.of(Shape.literal(t))).toList());
  }
}
