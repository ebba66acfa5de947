package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.conflict.PolicyContent;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.PolicyWrites;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * The version of a policy that a change replaced, which allows what is refused since: decided with
 * it in the place of the one that was given.
 *
 * @param write the event that wrote it
 * @param change the event that wrote the other over it
 * @param allowing the statement of it that allows the request; empty where another policy does
 */
record EarlierVersion(PolicyWrite write, PolicyWrite change, Optional<StatementReport> allowing) {

  /** Empty where the trail does not have both whole, or the request is not allowed by it. */
  static Optional<EarlierVersion> of(Facts facts, PolicyWrite change) {
    Optional<Policy> changed = policy(change);
    Optional<PolicyWrite> earlier = earlier(facts, change);
    Optional<Policy> then = earlier.flatMap(EarlierVersion::policy);
    Optional<Simulated> simulated = Simulated.of(facts);
    if (changed.isEmpty() || then.isEmpty() || simulated.isEmpty()) {
      return Optional.empty();
    }
    PolicyContent content = PolicyContent.of(changed.get());
    PolicySet set = simulated.get().set();
    Optional<Policy> given =
        set.all().stream()
            .filter(p -> p.type() == changed.get().type())
            .filter(p -> PolicyContent.of(p).equals(content))
            .findFirst();
    return given
        .map(p -> Authorizer.of(with(set, p, then.get())))
        .map(a -> a.explain(simulated.get().decision().request()))
        .filter(d -> d.result() == Result.ALLOWED)
        .map(d -> new EarlierVersion(earlier.get(), change, allowing(d, then.get())));
  }

  private static Optional<Policy> policy(PolicyWrite write) {
    return write.deletes()
        ? Optional.empty()
        : WrittenPolicies.held(write).flatMap(PolicyDocument::policy);
  }

  /** The event on the same policy before a change; empty where that took it away. */
  private static Optional<PolicyWrite> earlier(Facts facts, PolicyWrite change) {
    return PolicyWrites.of(facts).all().reversed().stream()
        .filter(w -> w.event().time().compareTo(change.event().time()) < 0)
        .filter(w -> w.isOfSame(change))
        .findFirst()
        .filter(w -> !w.deletes());
  }

  private static PolicySet with(PolicySet set, Policy given, Policy then) {
    return set.withIdentity(with(set.identity(), given, then))
        .withResource(with(set.resource(), given, then));
  }

  private static List<Policy> with(List<Policy> policies, Policy given, Policy then) {
    return policies.stream().map(p -> p.equals(given) ? then : p).toList();
  }

  private static Optional<StatementReport> allowing(Decision decision, Policy then) {
    return decision.matched().stream()
        .filter(s -> s.policy().equals(then) && s.statement().effect() == Effect.ALLOW)
        .findFirst();
  }

  /** What wrote it, and by which statement it allows the request. */
  Citation cite() {
    String by =
        allowing
            .map(s -> s.statement().sid())
            .filter(s -> !s.isEmpty())
            .map(s -> " by Sid `" + s + "`")
            .orElse("");
    return Citation.of(
        write.event(), "wrote the version before, which allows the same request" + by, write.at());
  }

  /** To put it back; empty where no command does that. */
  Optional<Fix> fix() {
    String who = change.event().principal();
    return command()
        .map(c ->
            new Fix.Command(
                "put back the version of "
                    + Literal.line(write.event().time())
                    + ", which allows it, if it was not meant to be changed; ask "
                    + (who.isEmpty() ? "who changed it" : "`" + who + "`"),
                c,
                Fix.reviewOrTemplate(c)));
  }

  private Optional<String> command() {
    String text = Literal.shell(write.text());
    String owner = Literal.shell(write.owner());
    String holder = write.holder().replaceFirst("/.*", "");
    return switch (write.kind()) {
      case INLINE ->
          Optional.of(
              "aws iam put-%1$s-policy --%1$s-name %2$s --policy-name %3$s --policy-document %4$s"
                  .formatted(holder, owner, Literal.shell(write.policy()), text));
      case TRUST ->
          Optional.of(
              "aws iam update-assume-role-policy --role-name "
                  + owner
                  + " --policy-document "
                  + text);
      case MANAGED ->
          Optional.of(
              "aws iam create-policy-version --set-as-default --policy-arn "
                  + owner
                  + " --policy-document "
                  + text);
      case BUCKET ->
          Optional.of("aws s3api put-bucket-policy --bucket " + owner + " --policy " + text);
      case KEY ->
          Optional.of(
              "aws kms put-key-policy --policy-name default --key-id "
                  + owner
                  + write.regionOption()
                  + " --policy "
                  + text);
      case QUEUE, TOPIC, ATTACHED, MEMBER, BOUNDARY, ORGANIZATION -> Optional.empty();
    };
  }
}
