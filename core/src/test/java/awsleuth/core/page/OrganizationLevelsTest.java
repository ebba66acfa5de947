package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a policy of the organization is attached to decides whom it limits, and beside which. */
class OrganizationLevelsTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetObject operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no identity-based policy"
          + " allows the s3:GetObject action";
  private static final String FULL =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";
  private static final String EC2 =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"ec2:*\", \"Resource\": \"*\"}}";
  private static final String NONE =
      "{\"Statement\": {\"Sid\": \"No\", \"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\":"
          + " \"*\"}}";
  private static final Artifact ROLE =
      new Artifact(
          "role.json",
          Kind.POLICY_IDENTITY,
          "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
              + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::b\"}}");

  private static Artifact scp(String name, String text) {
    return new Artifact(name, Kind.POLICY_SCP, text);
  }

  private static Artifact attached(String... filesAndTargets) {
    StringBuilder files = new StringBuilder();
    for (int i = 0; i < filesAndTargets.length; i += 2) {
      files.append(i > 0 ? "," : "");
      files.append(
          "\"%s\": {\"attached_to\": \"%s\"}"
              .formatted(filesAndTargets[i], filesAndTargets[i + 1]));
    }
    return new Artifact("awsleuth.json", Kind.MANIFEST, "{\"files\": {" + files + "}}");
  }

  private static Finding first(String message, Artifact... beside) {
    List<Artifact> all = new ArrayList<>(List.of(beside));
    all.add(new Artifact("app.log", Kind.ANY, message));
    FailureDiagnosis failure = DIAGNOSER.diagnose(all).failures().getFirst();
    return ((Outcome.Confirmed) failure.verdicts().getFirst().outcome()).finding();
  }

  private static Fix.PolicyEdit edit(Finding finding) {
    return finding.fixes().stream()
        .filter(Fix.PolicyEdit.class::isInstance)
        .map(Fix.PolicyEdit.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachLevelHasToAllow() {
    Finding finding =
        first(
            REFUSED,
            ROLE,
            scp("full.json", FULL),
            scp("ec2.json", EC2),
            attached("full.json", "r-ab12", "ec2.json", "ou-ab12-11111111"));
    assertThat(edit(finding).title()).contains("ec2.json").contains("role.json");
    assertThat(finding.verification().command())
        .contains("--scp ou-ab12-11111111=ec2.json --scp r-ab12=full.json");
  }

  @Test
  void whereNothingTellsTheLevelItIsSaid() {
    Finding finding = first(REFUSED, ROLE, scp("full.json", FULL), scp("ec2.json", EC2));
    assertThat(edit(finding).proof().orElseThrow().holds()).isFalse();
    assertThat(edit(finding).proof().orElseThrow().dependsOn())
        .containsExactly(
            "`ec2.json` and `full.json` are attached to the same level of the organization");
  }

  @Test
  void oneThatAllowsBesideOthersThatDenyIsOnAnyLevelTheSame() {
    String other = NONE.replace("\"Action\": \"*\"", "\"Action\": \"iam:*\"");
    Finding finding = first(REFUSED, ROLE, scp("full.json", FULL), scp("iam.json", other));
    assertThat(edit(finding).proof().orElseThrow().holds()).isTrue();
  }

  @Test
  void anotherAccountsPolicyDeniesNothing() {
    Finding finding =
        first(REFUSED, ROLE, scp("no.json", NONE), attached("no.json", "999999999999"));
    assertThat(edit(finding).title()).doesNotContain("no.json").contains("role.json");
  }

  @Test
  void whoseTheBucketIsIsSupposed() {
    assertThat(edit(first(REFUSED, ROLE)).proof().orElseThrow().supposes())
        .containsExactly(
            "the resource is of the caller's account 111122223333",
            "what was not given does not forbid it (the resource's policy, a boundary, service"
                + " control policies, resource control policies)");
  }
}
