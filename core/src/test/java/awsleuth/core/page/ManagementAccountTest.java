package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No service control policy affects the organization's management account. */
class ManagementAccountTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetItem operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform:"
          + " dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t";

  private static Verdict first(String... management) {
    List<Artifact> artifacts =
        new ArrayList<>(
            List.of(
                new Artifact("error.txt", Kind.TRACEBACK, REFUSED),
                policy("scp.json", Kind.POLICY_SCP, "Deny", "dynamodb:*"),
                policy("p.json", Kind.POLICY_IDENTITY, "Allow", "sqs:*")));
    for (String account : management) {
      artifacts.add(
          new Artifact(
              "organization.json",
              Kind.ANY,
              account.startsWith("{")
                  ? account
                  : "{\"Organization\": {\"Id\": \"o-1\", \"MasterAccountId\": \""
                      + account
                      + "\"}}"));
    }
    return DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().getFirst();
  }

  private static Artifact policy(String name, Kind kind, String effect, String action) {
    return new Artifact(
        name,
        kind,
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Action": "%s", "Resource": "*"}]}
        """
            .formatted(effect, action));
  }

  @Test
  void thereItIsTheIdentityBasedPolicies() {
    Verdict first = first("111122223333");
    assertThat(first.id()).isEqualTo("permissions/no-identity-allow");
    assertThat(first.outcome().toString()).startsWith("Confirmed");
  }

  @Test
  void elsewhereItIsThePolicy() {
    Verdict first = first("444455556666");
    assertThat(first.id()).isEqualTo("permissions/scp");
    assertThat(first.outcome().toString())
        .startsWith("Confirmed")
        .doesNotContain("supposes that `");
  }

  @Test
  void whatIsNotKnownIsSaidToBeSupposed() {
    Verdict first = first();
    assertThat(first.id()).isEqualTo("permissions/scp");
    assertThat(first.outcome().toString())
        .contains("supposes that `111122223333` is not the organization's management account");
  }

  @Test
  void noneBindsAnAccountThatIsInNoOrganization() {
    String none = "{\"Organization\": {\"NoneOf\": \"%s\"}}";
    assertThat(first(none.formatted("111122223333")).id())
        .isEqualTo("permissions/no-identity-allow");
    assertThat(first(none.formatted("444455556666")).id()).isEqualTo("permissions/scp");
  }
}
