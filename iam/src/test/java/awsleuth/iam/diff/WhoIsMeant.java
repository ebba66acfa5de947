package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds whom of a comparison's principals a request is by, from what the request itself says. */
final class WhoIsMeant {

  private final List<Term> terms;
  private final List<Naming> namings;
  private final Set<String> looked;

  WhoIsMeant(List<Term> terms) {
    this.terms = terms;
    this.namings = Namings.of(terms);
    this.looked = Namings.looked(terms);
  }

  /** The words of all whom the request may be by; empty where the comparison forgot its caller. */
  Set<String> of(Request given) {
    Request request = known(given);
    Map<String, ContextValue> keys = keys(request);
    ContextValue arn = keys.getOrDefault("aws:principalarn", ContextValue.ABSENT);
    Caller itself =
        new Caller(
            "",
            request.principal(),
            arn instanceof ContextValue.Present p ? p.values().getFirst() : "",
            keys,
            Map.of());
    Naming named = Namings.of(terms, itself);
    return namings.stream()
        .filter(n -> n.least().equals(named.least()) && n.most().equals(named.most()))
        .filter(n -> looked.stream().allMatch(key -> fits(n.caller(), key, keys)))
        .map(n -> n.caller().words())
        .collect(Collectors.toSet());
  }

  /** An account that nothing names is as good as the one that stands for all of those. */
  private Request known(Request request) {
    NamedPrincipals named = NamedPrincipals.of(terms);
    Principal principal = request.principal();
    String account = principal.account();
    if (account.isEmpty() || named.accounts().contains(account)) {
      return request;
    }
    String text = principal.text().replace(account, named.otherAccount());
    Context context =
        request.context().get("aws:PrincipalArn") instanceof ContextValue.Present p
            ? request
                .context()
                .with(
                    "aws:PrincipalArn",
                    p.values().getFirst().replace(account, named.otherAccount()))
            : request.context();
    return new Request(
        Principal.parse(text).orElseThrow(),
        request.action(),
        request.resource(),
        request.resourceAccount(),
        context);
  }

  private static boolean fits(Caller caller, String key, Map<String, ContextValue> keys) {
    ContextValue value = keys.getOrDefault(key, ContextValue.ABSENT);
    ContextValue fixed = caller.fixed().get(key);
    if (fixed != null) {
      return fixed.equals(value);
    }
    List<Clause> limits = caller.limits().getOrDefault(key, List.of());
    if (!(value instanceof ContextValue.Present p)) {
      return limits.isEmpty();
    }
    List<Clause> all = new ArrayList<>(limits);
    all.add(Clause.wanted(List.of(Pattern.of(Shape.literal(p.values().getFirst())))));
    return !TextSearch.find(all).isNone();
  }

  /** What the documentation says of the keys that follow from a principal. */
  private static Map<String, ContextValue> keys(Request request) {
    Map<String, ContextValue> keys = new LinkedHashMap<>();
    switch (request.principal()) {
      case Principal.User u -> {
        put(keys, u.text(), u.account(), "User");
        keys.put("aws:username", ContextValue.Present.of(u.name()));
      }
      case Principal.RoleSession s -> put(keys, s.roleArn(), s.account(), "AssumedRole");
      case Principal.FederatedUser u -> {
        put(keys, u.text(), u.account(), "FederatedUser");
        keys.put("aws:userid", ContextValue.Present.of(u.account() + ":" + u.name()));
      }
      case Principal.Root r -> {
        put(keys, r.text(), r.account(), "Account");
        keys.put("aws:userid", ContextValue.Present.of(r.account()));
      }
      case Principal.Anonymous _ -> {
        keys.put("aws:principalaccount", ContextValue.Present.of("anonymous"));
        keys.put("aws:principaltype", ContextValue.Present.of("Anonymous"));
        keys.put("aws:userid", ContextValue.Present.of("anonymous"));
      }
      case Principal.Service _, Principal.Provider _ -> {}
    }
    if (request.context().get("aws:PrincipalArn") instanceof ContextValue.Present p) {
      keys.put("aws:principalarn", p);
    }
    return keys;
  }

  private static void put(Map<String, ContextValue> keys, String arn, String account, String type) {
    keys.put("aws:principalarn", ContextValue.Present.of(arn));
    keys.put("aws:principalaccount", ContextValue.Present.of(account));
    keys.put("aws:principaltype", ContextValue.Present.of(type));
  }
}
