package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code FullAWSAccess} policy beside service control policies of which none allows anything.
 * AWS attaches it everywhere, and an account without any allow could do nothing at all (AWS
 * Organizations user guide, "SCP evaluation").
 */
final class ControlAllow {

  private static final String NAME = "FullAWSAccess";

  /** Parsed where it is needed: most failures come without policies. */
  private static final class Full {
    static final Optional<Policy> POLICY =
        PolicyParser.parse(
                NAME,
                PolicyType.SCP,
                """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
                """)
            .policy();

    private Full() {}
  }

  private ControlAllow() {}

  /** The policies, with that one where they only deny and AWS does not say that none allows. */
  static List<Policy> beside(List<Policy> given, Access access) {
    boolean deny =
        !given.isEmpty()
            && given.stream()
                .flatMap(p -> p.statements().stream())
                .allMatch(s -> s.effect() == Effect.DENY);
    if (!deny || access.isImplicit(PolicyDocument.Type.SCP)) {
      return given;
    }
    List<Policy> all = new ArrayList<>(given);
    Full.POLICY.ifPresent(all::add);
    return all;
  }

  /** Whether a policy is the one that was not given; one that was may have the same text. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isAdded(Policy policy) {
    return Full.POLICY.filter(full -> full == policy).isPresent();
  }
}
