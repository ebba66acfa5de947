package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Policies of an organization of which nothing tells the level. */
class SameLevelTest {

  private static final Policy FULL = scp("Allow", "*");
  private static final Policy EC2 = scp("Allow", "ec2:*");
  private static final Policy NO_IAM = scp("Deny", "iam:*");

  private static Policy scp(String effect, String action) {
    return policy(
        PolicyType.SCP,
        "{\"Statement\": {\"Effect\": \"%s\", \"Action\": \"%s\", \"Resource\": \"*\"}}"
            .formatted(effect, action));
  }

  private static boolean isSaid(String id, Policy... policies) {
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(Repaired.EVERYTHING))
            .withScps(List.of(new Level(id, List.of(policies))));
    return SameLevel.of(set, request("s3:GetObject", "arn:aws:s3:::b/k", Map.of())).isPresent();
  }

  @Test
  void twoThatAllowDifferentThingsHaveToBeOnOneLevel() {
    assertThat(isSaid(Level.UNTOLD, FULL, EC2)).isTrue();
    assertThat(isSaid(Level.UNTOLD, FULL, FULL)).isFalse();
  }

  @Test
  void thoseThatOnlyDenyAreOnAnyLevelTheSame() {
    assertThat(isSaid(Level.UNTOLD, FULL, NO_IAM)).isFalse();
  }

  @Test
  void aLevelThatIsToldIsOne() {
    assertThat(isSaid("r-ab12", FULL, EC2)).isFalse();
  }
}
