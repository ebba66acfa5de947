package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.fact.Citation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bare policy is not silently an identity-based one where AWS speaks of another type. */
class UntoldTypesTest {

  private static final String DENY =
      """
      {"Sid": "NoNet", "Effect": "Deny", "Action": "ec2:CreateVpc", "Resource": "*"}\
      """;

  private static final String OF_SCP = "with an explicit deny in a service control policy";
  private static final String OF_BOUNDARY =
      "because no permissions boundary allows the ec2:CreateVpc action";

  @Test
  void aFolderTellsTheTypeAsANameDoes() {
    List<String> because = because(OF_SCP, bare("in/scp/deny-net.json", DENY));
    assertThat(because).anyMatch(b -> b.startsWith("Sid `NoNet` denies action and resource"));
    assertThat(because).noneMatch(b -> b.contains("identity-based policy denies"));
    assertThat(because).noneMatch(b -> b.contains("is taken for"));
  }

  @Test
  void theOnlyDenyIsTakenForTheOneOfWhichAwsSpeaks() {
    List<String> because = because(OF_SCP, bare("deny-net.json", DENY));
    assertThat(because)
        .contains(
            "`deny-net.json` is taken for the service control policy of which AWS speaks: nothing"
                + " in it tells its type");
    assertThat(because).anyMatch(b -> b.startsWith("Sid `NoNet` denies action and resource"));
  }

  @Test
  void ofTwoDeniesNothingTellsWhichItIs() {
    List<String> because = because(OF_SCP, bare("one.json", DENY), bare("two.json", DENY));
    assertThat(because).noneMatch(b -> b.contains("identity-based policy denies"));
    assertThat(because)
        .contains(
            "`one.json` may be a service control policy or an identity-based policy: nothing in it"
                + " tells its type");
  }

  @Test
  void theOneThatDoesNotAllowIsTheBoundaryBesideOneThatDoes() {
    String limits = "`limits.json` is taken for the permissions boundary of which AWS speaks";
    assertThat(
            because(
                OF_BOUNDARY, bare("limits.json", allow("s3:*")), bare("dev.json", allow("ec2:*"))))
        .anyMatch(b -> b.startsWith(limits));
    assertThat(because(OF_BOUNDARY, bare("limits.json", allow("s3:*"))))
        .noneMatch(b -> b.startsWith(limits))
        .anyMatch(b -> b.startsWith("`limits.json` may be the permissions boundary or"));
  }

  private static String allow(String action) {
    return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"*\"}".formatted(action);
  }

  private static Artifact bare(String name, String statement) {
    return new Artifact(
        name, Kind.ANY, "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}");
  }

  private static List<String> because(String how, Artifact... policies) {
    Finding found =
        Incident.first(
            "An error occurred (UnauthorizedOperation) when calling the CreateVpc operation: You"
                + " are not authorized to perform this operation. User:"
                + " arn:aws:sts::111122223333:assumed-role/net/job is not authorized to perform:"
                + " ec2:CreateVpc on resource: arn:aws:ec2:eu-west-1:111122223333:vpc/* "
                + how,
            policies);
    return found.because().stream().map(Citation::text).toList();
  }
}
