package awsleuth.iam.repair;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.policy.Principals.Kind;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The principals that Principal elements name beside the one that makes a request. */
final class NamedPrincipals {

  private static final int MOST = 50;

  private NamedPrincipals() {}

  /**
   * ARNs, services and providers, and the twelve digits of accounts, in the order of the policies;
   * without everybody, the request's own principal and account, and what is no principal.
   */
  static List<String> of(PolicySet set, Request request) {
    List<String> own =
        List.of(request.principal().text(), request.principal().account(), Principals.arn(request));
    Set<String> named = new LinkedHashSet<>();
    Stream.concat(set.resource().stream(), set.endpoint().stream())
        .flatMap(NamedPrincipals::entries)
        .filter(e -> e.kind() != Kind.EVERYONE && e.kind() != Kind.CANONICAL_USER)
        .map(e -> account(e.value().value()))
        .filter(text -> !own.contains(text))
        .filter(text -> Principal.parse(text).isPresent())
        .limit(MOST)
        .forEach(named::add);
    return List.copyOf(named);
  }

  private static Stream<Entry> entries(Policy policy) {
    return policy.statements().stream().flatMap(s -> s.principals().entries().stream());
  }

  /** An account's digits also where it is named by its root's ARN. */
  private static String account(String text) {
    return text.startsWith("arn:") && text.endsWith(":root")
        ? Principal.parse(text).map(Principal::account).orElse(text)
        : text;
  }

  /** Whether a text is an account. */
  static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
