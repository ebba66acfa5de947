package awsleuth.core.fact;

import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.AuthorizationDetail.Effect;
import awsleuth.core.evidence.AuthorizationDetail.MatchedStatement;
import awsleuth.core.evidence.PolicyDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a decoded authorization message, or authorization details, say of a refused call. */
final class DetailedDenial {

  private DetailedDenial() {}

  /**
   * The decision among those given that is of the call; empty where none is, or where some that may
   * be do not agree.
   *
   * @param own what the call's own text says; empty where it says nothing
   */
  static Optional<AuthorizationDetail> of(Facts facts, Optional<Denial> own) {
    List<AuthorizationDetail> denied =
        facts.given(AuthorizationDetail.class).stream()
            .filter(d -> d.effect() != Effect.ALLOW)
            .map(d -> spelled(d, facts))
            .filter(d -> isOf(d, facts, own))
            .toList();
    long decisions = denied.stream().map(d -> d.action() + " " + d.resource()).distinct().count();
    return decisions == 1 ? Optional.of(denied.getFirst()) : Optional.empty();
  }

  /** The action with its prefix, which some messages leave out. */
  private static AuthorizationDetail spelled(AuthorizationDetail d, Facts facts) {
    String action =
        d.action().indexOf(':') > 0
            ? d.action()
            : needed(facts).stream()
                .filter(a -> a.substring(a.indexOf(':') + 1).equalsIgnoreCase(d.action()))
                .findFirst()
                .orElse(d.action());
    return new AuthorizationDetail(
        d.effect(),
        d.principal(),
        ActionSpelling.of(action, facts.catalog()),
        d.resource(),
        d.context(),
        d.matched(),
        d.source());
  }

  private static List<String> needed(Facts facts) {
    return facts.catalog().iamActions(facts.call().service(), facts.call().operation());
  }

  private static boolean isOf(AuthorizationDetail d, Facts facts, Optional<Denial> own) {
    String told = own.map(Denial::action).orElse("");
    if (!told.isEmpty()) {
      return told.equalsIgnoreCase(d.action()) && isSameCaller(d, own.get());
    }
    boolean named =
        own.isPresent()
            && !(own.get().encoded().isEmpty() && own.get().authorizationId().isEmpty());
    boolean refused = RefusalCode.is(facts.call().code());
    return named || (refused && needed(facts).stream().anyMatch(d.action()::equalsIgnoreCase));
  }

  private static boolean isSameCaller(AuthorizationDetail d, Denial own) {
    return d.principal().isEmpty()
        || own.principal().isEmpty()
        || d.principal().contains(":role/")
        || d.principal().equals(own.principal());
  }

  /** What the call's own text says, completed. */
  static Denial complete(Denial own, AuthorizationDetail d) {
    Denial.Kind kind =
        d.effect() == Effect.EXPLICIT_DENY ? Denial.Kind.EXPLICIT : Denial.Kind.IMPLICIT;
    boolean open = own.kind() == Denial.Kind.UNKNOWN;
    PolicyDocument.Type told = type(d);
    boolean typed = own.policyType() != PolicyDocument.Type.UNKNOWN;
    return new Denial(
        or(own.principal(), d.principal()),
        or(own.action(), d.action()),
        or(own.resource(), d.resource()),
        open ? kind : own.kind(),
        typed ? own.policyType() : told,
        or(own.policyArn(), arn(d)),
        own.setting(),
        own.encoded(),
        own.authorizationId());
  }

  private static String or(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  /** The type of the policies of all matched statements, where it is one. */
  private static PolicyDocument.Type type(AuthorizationDetail d) {
    List<PolicyDocument.Type> types =
        d.matched().stream().map(MatchedStatement::policyType).distinct().toList();
    return types.size() == 1 ? types.getFirst() : PolicyDocument.Type.UNKNOWN;
  }

  private static String arn(AuthorizationDetail d) {
    return d.matched().stream()
        .map(MatchedStatement::policy)
        .filter(p -> p.toLowerCase(Locale.ROOT).startsWith("arn:"))
        .findFirst()
        .orElse("");
  }
}
