package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.Layer;
import java.util.Optional;

/**
 * A Deny that AWS tells of and that no policy given has, neither surely nor perhaps. It goes before
 * every Allow, so that no change of the policies given has the request allowed (IAM user guide,
 * "Policy evaluation logic").
 */
final class UngivenDeny {

  private static final String ORGANIZATIONS = ":organizations:";

  private UngivenDeny() {}

  static boolean is(Facts facts) {
    Access access = Access.of(facts);
    return access.refused()
        && access.denial().kind() == Denial.Kind.EXPLICIT
        && PolicyMatch.of(facts).denying().stream().noneMatch(m -> mayBe(m, access.denial()))
        && (!access.denial().policyArn().isEmpty() || !isDecided(facts, access.denial()));
  }

  /** A statement of a policy that AWS names, or of one whose ARN is not known. */
  private static boolean mayBe(Match match, Denial denial) {
    String arn = denial.policyArn();
    String name = match.policy().name();
    return isOf(Layers.of(match.policy().type()), denial)
        && (arn.isEmpty() || name.endsWith(arn) || !name.startsWith("arn:"));
  }

  /** Whether one denies that stands in an event, such as the session's policy. */
  private static boolean isDecided(Facts facts, Denial denial) {
    return Simulated.of(facts).stream()
        .flatMap(s -> s.decision().blockers().stream())
        .anyMatch(b -> b.explicit() && isOf(b.layer(), denial));
  }

  private static boolean isOf(Layer layer, Denial denial) {
    return denial.policyType() == PolicyDocument.Type.UNKNOWN
        || Layers.of(denial.policyType()) == layer;
  }

  /** That the policy which AWS names is none of those given; empty where it names none. */
  static Optional<Citation> cite(Facts facts) {
    Access access = Access.of(facts);
    return isNamed(facts)
        ? Optional.of(
            new Citation(
                "AWS names `"
                    + Literal.line(access.denial().policyArn())
                    + "`, which is none of the policies given: it was not read, or is the caller's"
                    + " no more",
                access.source()))
        : Optional.empty();
  }

  /** To read the policy that AWS names, where others of its type were given. */
  static Optional<Fix> read(Facts facts) {
    return isNamed(facts)
        ? Optional.of(
            Fix.command(
                "read the policy with the deny, which is none of those given",
                command(Access.of(facts).denial().policyArn())))
        : Optional.empty();
  }

  private static boolean isNamed(Facts facts) {
    Denial denial = Access.of(facts).denial();
    PolicyOwner owner = PolicyOwner.of(facts);
    return !denial.policyArn().isEmpty()
        && is(facts)
        && facts.policies().stream()
            .anyMatch(p -> isOf(Layers.of(p.type()), denial) && owner.isOf(p))
        && facts.policies().stream().noneMatch(p -> p.name().endsWith(denial.policyArn()));
  }

  private static String command(String arn) {
    String word = Literal.shell(arn);
    return arn.contains(ORGANIZATIONS)
        ? "aws organizations describe-policy --policy-id "
            + Literal.shell(arn.substring(arn.lastIndexOf('/') + 1))
        : "aws iam get-policy-version --policy-arn "
            + word
            + " --version-id \"$(aws iam get-policy --policy-arn "
            + word
            + " --query Policy.DefaultVersionId --output text)\"";
  }
}
