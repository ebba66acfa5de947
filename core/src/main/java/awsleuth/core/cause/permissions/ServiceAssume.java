package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Layer;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a service may assume the role that a call hands to it, by the role's trust policy as it
 * was given, or as the trail tells that it was written last.
 *
 * @param role its ARN
 * @param simulated what the trust policy says of the service
 * @param regional whether it names the service with its Region, which some services have too
 * @param written the last event before the failure that wrote the trust policy
 */
record ServiceAssume(
    String role, Simulated simulated, boolean regional, Optional<TrailEvent> written) {

  private static final String ACTION = "sts:AssumeRole";

  private record Holder(Optional<ServiceAssume> found) {}

  /** Empty where role or service are not known for certain, or no trust policy of the role is. */
  static Optional<ServiceAssume> of(Facts facts) {
    return facts.once(Holder.class, f -> new Holder(work(f))).found();
  }

  private static Optional<ServiceAssume> work(Facts facts) {
    boolean told = facts.seen(PermissionsClue.UNASSUMABLE) && !Access.of(facts).sentence();
    String role = told ? ServiceTrust.arn(facts) : "";
    Optional<Principal> service =
        role.isEmpty() ? Optional.empty() : ServiceTrust.surely(facts).flatMap(Principal::parse);
    if (service.isEmpty()) {
      return Optional.empty();
    }
    Optional<PolicyWrite> last = last(facts, role);
    List<Policy> trusts = trusts(facts, role, last);
    if (trusts.isEmpty()) {
      return Optional.empty();
    }
    Simulated simulated =
        OtherRequest.decide(
            PolicySet.NONE.withResource(trusts),
            new Request(service.get(), ACTION, role, account(role), Context.OPEN));
    return Optional.of(
        new ServiceAssume(
            role,
            simulated,
            isRegional(facts, service.get().text()),
            last.map(PolicyWrite::event)));
  }

  private static String account(String role) {
    return Principals.account(role);
  }

  /** The role's among those given; where none was, the one that was written last. */
  private static List<Policy> trusts(Facts facts, String role, Optional<PolicyWrite> last) {
    List<PolicyDocument> given =
        facts.policies(PolicyDocument.Type.TRUST).stream()
            .filter(d -> isOf(d, role, facts))
            .toList();
    String name = role.substring(role.lastIndexOf('/') + 1);
    if (given.size() > 1) {
      given =
          given.stream()
              .filter(d -> d.name().startsWith("role/") || d.source().artifact().contains(name))
              .toList();
    }
    if (given.isEmpty() && facts.policies(PolicyDocument.Type.TRUST).isEmpty()) {
      given = last.flatMap(WrittenPolicies::document).stream().toList();
    }
    return given.size() == 1 ? given.getFirst().policy().stream().toList() : List.of();
  }

  private static boolean isOf(PolicyDocument document, String role, Facts facts) {
    List<String> attached = facts.attachedTo(document);
    if (!attached.isEmpty()) {
      return attached.contains(role);
    }
    String name = role.substring(role.lastIndexOf('/') + 1);
    boolean other = document.name().startsWith("role/");
    return !PolicyAccounts.areTwo(PolicyAccounts.of(document), account(role))
        && (!other || document.name().startsWith("role/" + name + "/"));
  }

  /** The last write of the trust policy before the failure, where it was not taken away since. */
  private static Optional<PolicyWrite> last(Facts facts, String role) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    PolicyWrite last = null;
    for (PolicyWrite write : WrittenPolicies.of(facts.trail()).writes()) {
      boolean before = until.isEmpty() || write.event().time().compareTo(until) <= 0;
      if (before && write.kind() == PolicyWrite.Kind.TRUST && WrittenPolicies.isOn(write, role)) {
        last = write;
      }
    }
    return Optional.ofNullable(last);
  }

  private static boolean isRegional(Facts facts, String service) {
    String begin = "Service:" + service.substring(0, service.indexOf('.') + 1);
    return facts.policies(PolicyDocument.Type.TRUST).stream()
        .flatMap(d -> d.statements().stream())
        .flatMap(s -> s.principals().stream())
        .map(PolicyDocument.Element::value)
        .anyMatch(v -> v.startsWith(begin) && !v.equals("Service:" + service));
  }

  /** Whether the trust policy surely does not let the service assume the role. */
  boolean isDenied() {
    return simulated.decision().denied() && !regional;
  }

  /** Whether it surely does. */
  boolean isAllowed() {
    return simulated.decision().result() == Result.ALLOWED;
  }

  /** Where the trust policy is. */
  Source source() {
    Policy policy = simulated.set().resource().getFirst();
    return new Source(policy.name(), policy.at().line());
  }

  /** What the trust policy says instead, and who wrote it. */
  List<Citation> cite() {
    List<Citation> cited = new ArrayList<>();
    cited.addAll(isDenied() ? PolicyFixes.nearest(simulated.decision(), Layer.RESOURCE) : open());
    written.ifPresent(e -> cited.add(Citation.of(e, "wrote the trust policy")));
    return cited;
  }

  /** The conditions on what nothing tells, of the statements that may let the service. */
  List<Citation> open() {
    return simulated.decision().layers().stream()
        .flatMap(l -> l.statements().stream())
        .filter(s -> s.applies() == Truth.UNKNOWN)
        .flatMap(s ->
            s.mismatches().stream()
                .filter(Mismatch.OfCondition.class::isInstance)
                .map(m ->
                    new Citation(
                        PolicyFixes.name(s) + " " + MismatchWords.of(m),
                        new Source(s.policy().name(), m.at().line()))))
        .toList();
  }

  /** What keeps it from being decided. */
  Need need() {
    List<String> keys =
        simulated.decision().dependencies().stream()
            .flatMap(d -> d.keys().stream())
            .distinct()
            .toList();
    return new Need(
        keys.isEmpty()
            ? "which principal the service assumes the role with"
            : "what the service sends for `" + String.join("`, `", keys) + "`",
        SimulateCommand.of(simulated));
  }
}
