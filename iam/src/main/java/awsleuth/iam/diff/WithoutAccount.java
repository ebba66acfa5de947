package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Principals without an account: services, those whom a provider identifies, the anonymous. What
 * the keys of a principal are for the first two AWS does not document, only that all signed
 * requests have most of them (IAM user guide, "AWS global condition context keys"); so they are
 * looked at without each key and with it, where it cannot be what it is for others.
 */
final class WithoutAccount {

  /** What a key is not, since that is what it is for users, roles and accounts. */
  private static final Map<String, List<Clause>> NOT =
      Map.of(
          "aws:principalarn",
          unlike("arn:aws*:iam::*", "arn:aws*:sts::*"),
          "aws:principalaccount",
          unlike("anonymous"),
          "aws:principaltype",
          unlike("Account", "User", "FederatedUser", "AssumedRole", "Anonymous"),
          "aws:userid",
          unlike("AROA*", "AIDA*", "????????????", "????????????:*", "anonymous"));

  private final Set<String> looked;
  private final List<Caller> all = new ArrayList<>();

  private WithoutAccount(Set<String> looked) {
    this.looked = looked;
  }

  static List<Caller> of(NamedPrincipals named, Set<String> looked) {
    WithoutAccount without = new WithoutAccount(looked);
    Set<String> services = new TreeSet<>(named.services());
    named.providers().stream()
        .filter(p -> Principal.parse(p).orElse(null) instanceof Principal.Service)
        .forEach(services::add);
    services.forEach(s -> without.add("the service " + s, new Principal.Service(s)));
    without.add("other services", new Principal.Service(named.unnamed("other", ".amazonaws.com")));
    for (String p : named.providers()) {
      without.add("those whom " + p + " identifies", new Principal.Provider(p));
    }
    without.add(
        "those whom others identify", new Principal.Provider(named.unnamed("idp", ".example.org")));
    Map<String, ContextValue> fixed = new LinkedHashMap<>(absent());
    fixed.put("aws:principalaccount", ContextValue.Present.of("anonymous"));
    fixed.put("aws:principaltype", ContextValue.Present.of("Anonymous"));
    fixed.put("aws:userid", ContextValue.Present.of("anonymous"));
    without.all.add(Caller.of("anonymous callers", new Principal.Anonymous(), fixed));
    return without.all;
  }

  private void add(String words, Principal principal) {
    List<Caller> callers = new ArrayList<>(List.of(Caller.of(words, principal, absent())));
    List<String> keys = looked.stream().filter(NOT::containsKey).toList();
    for (String key : keys) {
      for (Caller caller : List.copyOf(callers)) {
        String more = caller.limits().isEmpty() ? ", if they have `" : " and `";
        callers.add(
            caller.having(
                key,
                NOT.getOrDefault(key, List.of()),
                caller.words() + more + DocumentedKeys.spelling(key) + "`"));
      }
    }
    all.addAll(callers);
  }

  private static Map<String, ContextValue> absent() {
    Map<String, ContextValue> none = new LinkedHashMap<>();
    DocumentedKeys.ofPrincipal()
        .forEach(key -> none.put(key.toLowerCase(Locale.ROOT), ContextValue.ABSENT));
    return none;
  }

  private static List<Clause> unlike(String... patterns) {
    return List.of(Clause.unwanted(Callers.patterns(patterns)));
  }
}
