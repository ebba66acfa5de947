package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who last changed, before the refusal, what decides beside the policies of caller and resource: a
 * policy of the organization, a VPC endpoint's, S3 Block Public Access.
 */
final class OtherChange {

  private static final String PARAMETERS = "requestParameters.";

  private OtherChange() {}

  /** The last event before the refusal that succeeded and is one of these. */
  static Optional<TrailEvent> last(Facts facts, Predicate<TrailEvent> wanted) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    List<TrailEvent> trail = facts.trail();
    for (int i = trail.size() - 1; i >= Math.max(0, trail.size() - Facts.MOST_EVENTS); i--) {
      TrailEvent e = trail.get(i);
      boolean before = until.isEmpty() || e.time().compareTo(until) < 0;
      if (before && e.errorCode().isEmpty() && wanted.test(e)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** What the proven reason of a refusal stands in; empty where the trail does not tell. */
  static Optional<Citation> of(Facts facts, Decision decision) {
    if (decision.isProven(Reason.SCP)) {
      return ofOrganization(facts, PolicyDocument.Type.SCP);
    }
    if (decision.isProven(Reason.RCP)) {
      return ofOrganization(facts, PolicyDocument.Type.RCP);
    }
    return decision.isProven(Reason.ENDPOINT) ? ofEndpoint(facts) : Optional.empty();
  }

  /** The settings of a bucket or an account that keep it from being public. */
  static Optional<Citation> ofPublicAccess(Facts facts) {
    String bucket = facts.parameter("Bucket").orElse("");
    return last(
            facts,
            e ->
                e.eventName().endsWith("PublicAccessBlock")
                    && !e.eventName().startsWith("Get")
                    && e.eventSource().startsWith("s3")
                    && (e.field(PARAMETERS + "bucketName").isEmpty()
                        || e.field(PARAMETERS + "bucketName").equals(bucket)))
        .map(e ->
            Citation.of(
                e,
                e.field(PARAMETERS + "bucketName").isEmpty()
                    ? "changed the account's setting"
                    : "changed the bucket's setting"));
  }

  private static Optional<Citation> ofEndpoint(Facts facts) {
    Set<String> ids = new HashSet<>();
    facts.event().map(e -> e.field("vpcEndpointId")).ifPresent(ids::add);
    facts.policies(PolicyDocument.Type.VPC_ENDPOINT).stream()
        .map(p -> OrganizationLevels.id(p.name()))
        .filter(id -> id.startsWith("vpce-"))
        .forEach(ids::add);
    ids.remove("");
    return last(
            facts,
            e ->
                e.eventSource().equals("ec2.amazonaws.com")
                    && e.eventName().matches("(Create|Modify|Delete)VpcEndpoints?")
                    && values(e).anyMatch(ids::contains)
                    && paths(e).anyMatch(p -> p.contains("policydocument") || p.contains("reset")))
        .map(e -> Citation.of(e, "changed the VPC endpoint's policy"));
  }

  /** A change of the policy, or that it was attached; that one was detached, where none allows. */
  private static Optional<Citation> ofOrganization(Facts facts, PolicyDocument.Type type) {
    Denial denial = Access.of(facts).denial();
    Set<String> ids = new HashSet<>();
    ids.add(OrganizationLevels.id(denial.policyArn()));
    facts.policies(type).forEach(p -> ids.add(OrganizationLevels.id(p.name())));
    ids.removeIf(id -> !id.startsWith("p-"));
    String account =
        type == PolicyDocument.Type.SCP
            ? Principals.account(Access.of(facts).principal())
            : Access.of(facts).ownerAccount(facts);
    return last(
            facts,
            e ->
                e.eventSource().equals("organizations.amazonaws.com")
                    && isOfPolicy(e, ids, account, denial.kind(), facts.policies(type)))
        .map(e -> Citation.of(e, words(e)));
  }

  private static boolean isOfPolicy(
      TrailEvent e, Set<String> ids, String account, Denial.Kind kind, List<PolicyDocument> given) {
    boolean named = ids.contains(e.field(PARAMETERS + "policyId"));
    return switch (e.eventName()) {
      case "UpdatePolicy", "CreatePolicy" ->
          !e.field(PARAMETERS + "content").isEmpty()
              && (named || isSame(e.field(PARAMETERS + "content"), given));
      case "AttachPolicy" -> named;
      case "DetachPolicy" ->
          kind == Denial.Kind.IMPLICIT
              && !account.isEmpty()
              && account.equals(e.field(PARAMETERS + "targetId"));
      default -> false;
    };
  }

  /** Whether a policy that is given has the Sids that stand in a text, and some. */
  private static boolean isSame(String content, List<PolicyDocument> given) {
    return given.stream()
        .anyMatch(d ->
            !d.statements().isEmpty()
                && d.statements().stream()
                    .allMatch(s -> !s.sid().isEmpty() && content.contains('"' + s.sid() + '"')));
  }

  private static String words(TrailEvent e) {
    String id = e.field(PARAMETERS + "policyId");
    String target = e.field(PARAMETERS + "targetId");
    return switch (e.eventName()) {
      case "AttachPolicy" -> "attached `" + id + "` to `" + target + "`";
      case "DetachPolicy" -> "detached `" + id + "` from `" + target + "`";
      default -> "wrote the policy" + (id.isEmpty() ? "" : " `" + id + "`");
    };
  }

  private static Stream<String> values(TrailEvent e) {
    return parameters(e).map(Map.Entry::getValue);
  }

  private static Stream<String> paths(TrailEvent e) {
    return parameters(e).map(f -> f.getKey().toLowerCase(Locale.ROOT));
  }

  private static Stream<Map.Entry<String, String>> parameters(TrailEvent e) {
    return e.fields().entrySet().stream().filter(f -> f.getKey().startsWith(PARAMETERS));
  }
}
