package awsleuth.core.page;

import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Fix;
import org.junit.jupiter.api.Test;

/** An action that is decided on resources of several types, one of which AWS names. */
class OtherKindsTest {

  private static Fix.PolicyEdit fix(String action, String resource, String resources) {
    String text =
        "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: User:"
            + " arn:aws:iam::111122223333:user/a is not authorized to perform: "
            + action
            + " on resource: "
            + resource
            + " because no identity-based policy allows the "
            + action
            + " action";
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
            + " [\"ec2:RunInstances\", \"ec2:StopInstances\"], \"Resource\": ["
            + resources
            + "]}]}";
    return (Fix.PolicyEdit) first(text, file(Kind.POLICY_IDENTITY, policy)).fixes().getFirst();
  }

  @Test
  void whatIsToBeMadeIsAllowedByItsStarAndTheRestIsSupposedToBeAllowed() {
    String instance = "arn:aws:ec2:eu-west-1:111122223333:instance/*";
    String image = "\"arn:aws:ec2:*::image/*\"";
    Fix.PolicyEdit fix = fix("ec2:RunInstances", instance, image);
    assertThat(fix.text()).contains("instance/*\"").doesNotContain("${*}");
    assertThat(fix.proof().orElseThrow().supposes())
        .contains(
            "`ec2:RunInstances` is allowed on what else AWS decides it on: network-interface,"
                + " security-group, subnet");
    String more = ", \"arn:aws:ec2:*:*:subnet/*\", \"arn:aws:ec2:*:*:network-interface/*\"";
    String all = image + more + ", \"arn:aws:ec2:*:*:security-group/*\"";
    assertThat(fix("ec2:RunInstances", instance, all).proof().orElseThrow().supposes())
        .noneMatch(s -> s.contains("what else"));
  }

  @Test
  void anActionOnOneTypeSupposesNothingOfOthers() {
    String volume = "\"arn:aws:ec2:*:*:volume/*\"";
    String instance = "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc";
    assertThat(fix("ec2:StopInstances", instance, volume).proof().orElseThrow().supposes())
        .noneMatch(s -> s.contains("what else"));
  }
}
