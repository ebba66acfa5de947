package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The request that AWS refused for want of permission, for those who look for more evidence. A text
 * is empty where the evidence does not tell.
 *
 * @param principal the caller's ARN
 * @param action the IAM action
 * @param resource the resource's ARN, {@code *} where the action takes none
 * @param owner the account that owns the resource, as its ARN or the event tells
 * @param encoded the encoded authorization message
 * @param authorizationId the id for {@code GetRequestAuthorizationDetails}
 * @param context the condition keys that the evidence tells, with their values
 */
public record RefusedRequest(
    String principal,
    String action,
    String resource,
    String owner,
    String encoded,
    String authorizationId,
    Map<String, List<String>> context) {

  /** Of a failed call; empty where it was not refused for want of permission. */
  public static Optional<RefusedRequest> of(Facts facts) {
    Access access = Access.of(facts);
    return access.refused()
        ? Optional.of(
            new RefusedRequest(
                access.principal(),
                access.action(),
                access.resource(),
                access.ownerAccount(facts),
                access.denial().encoded(),
                access.denial().authorizationId(),
                context(facts)))
        : Optional.empty();
  }

  /**
   * What the policies among the evidence come to for the request of a failed call; empty where it
   * was not refused, something of it is not known, or no policy was given.
   */
  public static Optional<Result> decided(Facts facts) {
    return decision(facts).map(awsleuth.iam.Decision::result);
  }

  /** The same with its reasons. */
  public static Optional<awsleuth.iam.Decision> decision(Facts facts) {
    return Simulated.of(facts).map(Simulated::decision);
  }

  /** What AWS says by which policy it refused a request; empty where it says nothing of that. */
  public static Optional<Told> told(Facts facts) {
    Denial denial = Access.of(facts).denial();
    return denial.kind() == Denial.Kind.UNKNOWN
        ? Optional.empty()
        : Optional.of(
            new Told(
                denial.policyType() == PolicyDocument.Type.UNKNOWN
                    ? Optional.empty()
                    : Optional.of(Layers.of(denial.policyType())),
                denial.kind() == Denial.Kind.EXPLICIT));
  }

  /**
   * By what AWS says that it refused a request.
   *
   * @param layer the type of policy; empty where it names none
   * @param explicit whether a statement denies; else none allows
   */
  public record Told(Optional<Layer> layer, boolean explicit) {}

  /**
   * The policies among the evidence that {@link #decided} goes by; empty where it decides nothing.
   */
  public static Optional<PolicySet> policies(Facts facts) {
    return Simulated.of(facts).map(Simulated::set);
  }

  /** That the same call succeeded after the refusal, as the events given tell. */
  public static Optional<Citation> succeededSince(Facts facts) {
    return Aftermath.of(facts).citeSuccess();
  }

  /**
   * The requests of the same caller that succeeded as the events tell, each kind once; none where
   * {@link #decided} decides nothing.
   */
  public static List<Proof.Witness> allowedBefore(Facts facts) {
    return Simulated.of(facts)
        .map(s -> AllowedBefore.of(facts, s.decision().request(), s.set(), false).own())
        .orElse(List.of());
  }

  /** Whether a caller, by ARN, is the one that was refused: the same user, or any session of it. */
  public boolean isOf(String caller) {
    return Principals.isSame(principal, caller);
  }

  private static Map<String, List<String>> context(Facts facts) {
    Map<String, List<String>> context = new TreeMap<>();
    facts
        .event()
        .ifPresent(e ->
            EventRequest.of(e, facts.catalog())
                .context()
                .values()
                .forEach((key, value) -> {
                  if (value instanceof ContextValue.Present(List<String> values, boolean _)) {
                    context.put(key, values);
                  }
                }));
    facts.detail().ifPresent(d -> d.context().forEach((k, v) -> context.put(k, v.values())));
    return context;
  }
}
