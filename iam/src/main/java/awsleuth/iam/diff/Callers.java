package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Grant;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.PrincipalTest;
import awsleuth.iam.match.Shape;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Divides all principals by how the statements of both sides name them. Of principals that no
 * statement names by themselves one stands for all of its kind and account.
 */
final class Callers {

  private static final String SOMEBODY = "anyone";
  private static final java.util.regex.Pattern ACCOUNT =
      java.util.regex.Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

  /** The keys that follow from the principal. */
  private static final Set<String> DERIVED =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:username",
          "aws:userid");

  private static final int MOST_NAMED = 3;

  /** Whether a key follows from the principal. */
  static boolean isDerived(String key) {
    return DERIVED.contains(key.toLowerCase(Locale.ROOT));
  }

  private final List<Term> terms;
  private final Set<String> named = new TreeSet<>();
  private final Set<String> services = new TreeSet<>();
  private final Set<String> providers = new TreeSet<>();
  private final List<Caller> all = new ArrayList<>();

  private Callers(List<Term> terms) {
    this.terms = terms;
  }

  /** All kinds of principals. */
  static List<Naming> of(List<Term> terms) {
    Callers callers = new Callers(terms);
    boolean names =
        terms.stream()
            .anyMatch(
                t -> t.statement().principals().present() && t.policy().type() != PolicyType.RCP);
    if (!names) {
      Principal user =
          new Principal.User(
              "arn:aws:iam::111122223333:user/" + SOMEBODY, "111122223333", SOMEBODY);
      return List.of(callers.naming(new Caller("", user, Map.of(), Map.of())));
    }
    callers.collect();
    return callers.merged();
  }

  private void collect() {
    for (Term term : terms) {
      for (Entry entry : term.statement().principals().entries()) {
        switch (entry.kind()) {
          case AWS -> named.add(entry.value().value());
          case SERVICE -> services.add(entry.value().value());
          case FEDERATED -> providers.add(entry.value().value());
          case EVERYONE, CANONICAL_USER -> {}
        }
      }
    }
    Set<String> accounts = accounts();
    String other = other(accounts);
    for (String value : named) {
      Principal.parse(value).ifPresent(this::named);
    }
    accounts.forEach(a -> account(a, "account " + a));
    account(other, "other accounts");
    services.forEach(s -> one("the service " + s, new Principal.Service(s), Map.of()));
    one("other services", new Principal.Service("other.amazonaws.com"), Map.of());
    providers.forEach(
        p -> one("those whom " + p + " identifies", new Principal.Provider(p), Map.of()));
    one("those whom others identify", new Principal.Provider("idp.example.org"), Map.of());
    one(
        "anonymous callers",
        new Principal.Anonymous(),
        Map.of(
            "aws:principalaccount", ContextValue.Present.of("anonymous"),
            "aws:principaltype", ContextValue.Present.of("Anonymous"),
            "aws:userid", ContextValue.Present.of("anonymous")));
  }

  /** The accounts that principals and conditions about principals name. */
  private Set<String> accounts() {
    Set<String> accounts = new TreeSet<>();
    named.forEach(n -> accounts(n, accounts));
    for (Term term : terms) {
      for (Part part : term.parts()) {
        if (DERIVED.contains(part.dimension())) {
          Parts.values(part).forEach(v -> accounts(v.value(), accounts));
        }
      }
    }
    return accounts;
  }

  private static void accounts(String text, Set<String> accounts) {
    Matcher found = ACCOUNT.matcher(text);
    while (found.find()) {
      accounts.add(found.group());
    }
  }

  private static String other(Set<String> accounts) {
    long number = 999988887777L;
    while (accounts.contains(Long.toString(number))) {
      number--;
    }
    return Long.toString(number);
  }

  private void named(Principal principal) {
    switch (principal) {
      case Principal.User user -> {
        one("the user " + user.text(), user, fixed(user.text(), user.account(), "User"));
        federated(user.account(), user.name());
      }
      case Principal.RoleSession session -> session(session);
      case Principal.FederatedUser user -> federated(user.account(), user.name());
      case Principal.Root _, Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> {}
    }
  }

  private void federated(String account, String name) {
    String arn = "arn:aws:sts::" + account + ":federated-user/" + name;
    one(
        "the federated user " + arn,
        new Principal.FederatedUser(arn, account, name),
        fixed(arn, account, "FederatedUser"));
  }

  /** A session that is named, of each role that it may be of; or a session of a role. */
  private void session(Principal.RoleSession session) {
    String text =
        session.pathKnown()
            ? "arn:aws:sts::" + session.account() + ":assumed-role/" + session.role() + "/session"
            : session.text();
    Set<String> roles = new TreeSet<>(Set.of(session.roleArn()));
    named.stream()
        .filter(n -> n.contains("::" + session.account() + ":role/"))
        .filter(n -> n.endsWith("/" + session.role()))
        .forEach(roles::add);
    for (String role : session.pathKnown() ? Set.of(session.roleArn()) : roles) {
      Principal.RoleSession one =
          new Principal.RoleSession(
              text,
              session.account(),
              session.role(),
              "arn:aws:iam::" + session.account() + ":role/" + session.role(),
              false);
      String words = session.pathKnown() ? "sessions of " + role : "the session " + text;
      one(words, one, fixed(role, session.account(), "AssumedRole"));
    }
  }

  private static Map<String, ContextValue> fixed(String arn, String account, String type) {
    Map<String, ContextValue> fixed = new LinkedHashMap<>();
    fixed.put("aws:principalarn", ContextValue.Present.of(arn));
    fixed.put("aws:principalaccount", ContextValue.Present.of(account));
    fixed.put("aws:principaltype", ContextValue.Present.of(type));
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    fixed.put(
        "aws:username", type.equals("User") ? ContextValue.Present.of(name) : ContextValue.ABSENT);
    if (type.equals("FederatedUser")) {
      fixed.put("aws:userid", ContextValue.Present.of(account + ":" + name));
    }
    return fixed;
  }

  private void one(String words, Principal principal, Map<String, ContextValue> given) {
    Map<String, ContextValue> fixed = new LinkedHashMap<>(given);
    if (principal.account().isEmpty()) {
      DERIVED.forEach(key -> fixed.putIfAbsent(key, ContextValue.ABSENT));
    }
    all.add(new Caller(words, principal, fixed, Map.of()));
  }

  private void account(String account, String words) {
    Principal.Root root = new Principal.Root("arn:aws:iam::" + account + ":root", account);
    Map<String, ContextValue> fixed = new LinkedHashMap<>(fixed(root.text(), account, "Account"));
    fixed.put("aws:userid", ContextValue.Present.of(account));
    all.add(new Caller("the root user of " + words, root, fixed, Map.of()));
    String user = "arn:aws:iam::" + account + ":user/";
    many("users of " + words, new Principal.User(user + SOMEBODY, account, SOMEBODY), user, "User");
    String role = "arn:aws:iam::" + account + ":role/";
    many(
        "sessions of roles of " + words,
        new Principal.RoleSession(
            "arn:aws:sts::" + account + ":assumed-role/" + SOMEBODY + "/session",
            account,
            SOMEBODY,
            role + SOMEBODY,
            false),
        role,
        "AssumedRole");
    String federated = "arn:aws:sts::" + account + ":federated-user/";
    many(
        "federated users of " + words,
        new Principal.FederatedUser(federated + SOMEBODY, account, SOMEBODY),
        federated,
        "FederatedUser");
  }

  /** Principals of a kind that are not named. */
  private void many(String words, Principal principal, String start, String type) {
    Map<String, ContextValue> fixed =
        new LinkedHashMap<>(fixed(start + SOMEBODY, principal.account(), type));
    fixed.remove("aws:principalarn");
    fixed.remove("aws:userid");
    Map<String, List<Clause>> limits = new LinkedHashMap<>();
    limits.put("aws:principalarn", List.of(like(start + "?*"), unlike(named)));
    if (type.equals("User")) {
      fixed.remove("aws:username");
      limits.put("aws:username", List.of(like("?*"), unlike(Set.of("*/*"))));
    }
    boolean some = named.stream().anyMatch(n -> n.startsWith(start));
    all.add(new Caller((some ? "other " : "") + words, principal, fixed, limits));
  }

  private static Clause like(String pattern) {
    return Clause.wanted(List.of(Pattern.of(Shape.pattern(pattern))));
  }

  private static Clause unlike(Set<String> patterns) {
    return Clause.unwanted(patterns.stream().map(p -> Pattern.of(Shape.pattern(p))).toList());
  }

  private Naming naming(Caller caller) {
    List<Grant> least = new ArrayList<>();
    List<Grant> most = new ArrayList<>();
    ContextValue arn = caller.fixed().getOrDefault("aws:principalarn", ContextValue.ABSENT);
    Context context = Context.EMPTY.with("aws:PrincipalArn", arn);
    boolean told = arn instanceof ContextValue.Present;
    Request request =
        new Request(caller.principal(), "s3:x", "*", "", told ? context : Context.EMPTY);
    for (Term term : terms) {
      View view = new View(request, new KeyTable());
      PrincipalTest test = new PrincipalTest(term.statement(), term.policy().type());
      if (!term.statement().principals().present()) {
        least.add(Grant.DIRECT);
        most.add(Grant.DIRECT);
        continue;
      }
      Truth named = test.applies(view, false);
      if (term.denies()) {
        least.add(named == Truth.TRUE ? Grant.DIRECT : Grant.NONE);
        most.add(named == Truth.FALSE ? Grant.NONE : Grant.DIRECT);
      } else {
        least.add(named == Truth.TRUE ? test.least(view) : Grant.NONE);
        most.add(named == Truth.FALSE ? Grant.NONE : test.most(view));
      }
    }
    return new Naming(caller, List.copyOf(least), List.copyOf(most));
  }

  /** Principals who are named alike, and of whom no condition makes a difference, are one. */
  private List<Naming> merged() {
    Map<Object, List<Naming>> alike = new LinkedHashMap<>();
    Set<String> looked = looked();
    for (Caller caller : all) {
      Naming naming = naming(caller);
      Map<String, Object> differing = new LinkedHashMap<>();
      for (String key : looked) {
        differing.put(
            key,
            List.of(
                String.valueOf(caller.fixed().get(key)), String.valueOf(caller.limits().get(key))));
      }
      Object like = List.of(naming.least(), naming.most(), differing);
      alike.computeIfAbsent(like, _ -> new ArrayList<>()).add(naming);
    }
    return alike.values().stream().map(this::one).toList();
  }

  private Set<String> looked() {
    Set<String> looked = new TreeSet<>();
    for (Term term : terms) {
      for (Part part : term.parts()) {
        looked.add(part.dimension());
        looked.addAll(Parts.variables(part));
      }
    }
    looked.retainAll(DERIVED);
    return looked;
  }

  private Naming one(List<Naming> alike) {
    Naming first = alike.getFirst();
    Caller caller = first.caller();
    String words =
        alike.size() == all.size()
            ? "everybody"
            : alike.stream()
                    .limit(MOST_NAMED)
                    .map(n -> n.caller().words())
                    .collect(Collectors.joining(", "))
                + (alike.size() > MOST_NAMED
                    ? " and " + (alike.size() - MOST_NAMED) + " more"
                    : "");
    return new Naming(
        new Caller(words, caller.principal(), caller.fixed(), caller.limits()),
        first.least(),
        first.most());
  }
}
