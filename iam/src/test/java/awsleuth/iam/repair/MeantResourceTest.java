package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a Resource is meant to have is proposed where what stands there tells it. */
class MeantResourceTest {

  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db";
  private static final String MODEL = "::foundation-model/anthropic.claude-v1:0";

  private static List<String> titles(String action, String asked, String... resources) {
    Policy role =
        policy(
            PolicyType.IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [{"Sid": "S", "Effect": "Allow", "Action": "%s",
             "Resource": ["%s"]}]}
            """
                .formatted(action, String.join("\", \"", resources)));
    PolicySet set = PolicySet.NONE.withIdentity(List.of(role));
    Request request = request(action, asked, Map.of());
    List<Proposal> all = repair(set, request);
    assertAllowed(set, all, request);
    return all.stream().map(Proposal::title).toList();
  }

  private static List<String> ofSecret(String resource) {
    return titles("secretsmanager:GetSecretValue", SECRET + "-AbC123", resource);
  }

  @Test
  void theArnOfASecretWithoutItsEndIsOfWhicheverSecretHasTheName() {
    assertThat(ofSecret(SECRET).getFirst())
        .isEqualTo(
            "add the secret `"
                + SECRET
                + "-??????`, of which AWS chooses the last six characters, to `S`"
                + " (identity.json:1)");
  }

  @Test
  void aSecretThatWasMadeAnewIsAddedBeforeWhicheverHasTheName() {
    assertThat(ofSecret(SECRET + "-Old456"))
        .first()
        .asString()
        .contains("add the resource `" + SECRET + "-AbC123`");
    assertThat(ofSecret(SECRET + "-Old456")).anyMatch(t -> t.contains("-??????"));
  }

  @Test
  void aSecretOfAnotherNameSaysNothingOfThisOne() {
    assertThat(ofSecret(SECRET + "2")).noneMatch(t -> t.contains("?"));
    assertThat(ofSecret(SECRET.replace("db", "d"))).noneMatch(t -> t.contains("?"));
  }

  @Test
  void aModelIsAddedInAllRegionsBesideItsProfileAlone() {
    String profile =
        "arn:aws:bedrock:eu-central-1:111122223333:inference-profile/eu.anthropic.claude-v1:0";
    String here = "arn:aws:bedrock:eu-central-1" + MODEL;
    String asked = "arn:aws:bedrock:eu-west-3" + MODEL;
    assertThat(titles("bedrock:InvokeModel", asked, profile, here).getFirst())
        .isEqualTo(
            "add the model in all Regions, as its inference profile routes to several,"
                + " `arn:aws:bedrock:*"
                + MODEL
                + "`, to `S` (identity.json:1)");
    assertThat(titles("bedrock:InvokeModel", asked, here))
        .noneMatch(t -> t.contains("all Regions"));
  }

  @Test
  void allObjectsOfABucketOfNearlyTheNameAreProposedToo() {
    String asked = "arn:aws:s3:::exports-2026/nov/a.csv";
    assertThat(
            titles(
                "s3:PutObject", asked, "arn:aws:s3:::exports-2025", "arn:aws:s3:::exports-2025/*"))
        .anyMatch(t -> t.startsWith("add the bucket's objects `arn:aws:s3:::exports-2026/*`"));
    assertThat(titles("s3:PutObject", asked, "arn:aws:s3:::payroll/*"))
        .noneMatch(t -> t.contains("objects"));
    assertThat(titles("s3:PutObject", asked, "arn:aws:s3:::exports-2025/oct/*"))
        .noneMatch(t -> t.contains("objects"));
  }
}
