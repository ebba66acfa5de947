package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedAws;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What AWS alone can tell, from a server that answers as AWS does: moto has no simulator, no
 * LookupEvents, no decoding of messages and no quotas.
 */
class SavedEvidenceTest {

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String TOKEN =
      "IQoJb3JpZ2luX2VjEHoaCXVzLWVhc3QtMSJHMEUCIQDexampleexampleexampleexampleexampleexample+/=";
  private static final String OTHER_SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
  private static final String PASSWORD = "correct-horse-battery-staple";

  private ScriptedAws aws;

  @TempDir Path folder;

  @BeforeEach
  void serve() throws IOException {
    aws =
        new ScriptedAws()
            .on(
                "GetCallerIdentity",
                ScriptedAws.result(
                    "GetCallerIdentity", "<Arn>arn:aws:iam::123456789012:user/ann</Arn>"));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private Run live(String failure, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("failure.txt"), failure);
    String[] all = new String[options.length + 4];
    all[0] = file.toString();
    all[1] = "--live";
    all[2] = "--save";
    all[3] = folder.resolve("saved").toString();
    System.arraycopy(options, 0, all, 4, options.length);
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ENDPOINT_URL", aws.url());
    environment.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
    environment.put("AWS_SESSION_TOKEN", TOKEN);
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_CONFIG_FILE", "/nonexistent");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
    return Awsleuth.with(environment, all);
  }

  private String saved() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder.resolve("saved"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private void givesTheSameOffline(Run live) throws IOException {
    Run offline =
        Awsleuth.run(folder.resolve("failure.txt").toString(), folder.resolve("saved").toString());
    assertThat(offline.out()).isEqualTo(live.out());
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static final String DENIED =
      "An error occurred (AccessDenied) when calling the PutObject operation: User:"
          + " arn:aws:sts::123456789012:assumed-role/writer/i-1 is not authorized to perform:"
          + " s3:PutObject on resource: \"arn:aws:s3:::letters/a\" with an explicit deny in a"
          + " resource-based policy\n";

  private void role() {
    String allow =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
            + " \"s3:PutObject\", \"Resource\": \"*\"}}";
    aws.on(
            "ListRolePolicies",
            ScriptedAws.result(
                "ListRolePolicies", "<PolicyNames><member>put</member></PolicyNames>"))
        .on(
            "GetRolePolicy",
            ScriptedAws.result(
                "GetRolePolicy",
                "<PolicyDocument>"
                    + URLEncoder.encode(allow, StandardCharsets.UTF_8).replace("+", "%20")
                    + "</PolicyDocument>"))
        .on(
            "GET /letters",
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"Frozen\", \"Effect\":"
                + " \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:PutObject\", \"Resource\":"
                + " \"arn:aws:s3:::letters/*\"}}")
        .on(
            "SimulatePrincipalPolicy",
            ScriptedAws.result(
                "SimulatePrincipalPolicy",
                "<EvaluationResults><member><EvalActionName>s3:PutObject</EvalActionName>"
                    + "<EvalResourceName>arn:aws:s3:::letters/a</EvalResourceName>"
                    + "<EvalDecision>allowed</EvalDecision><MatchedStatements><member>"
                    + "<SourcePolicyId>role_writer_put</SourcePolicyId><SourcePolicyType>IAM"
                    + " Policy</SourcePolicyType></member></MatchedStatements>"
                    + "<MissingContextValues/></member></EvaluationResults>"));
  }

  @Test
  void theSimulatorStandsBesideTheOwnDecisionWithWhatTellsThemApart() throws IOException {
    role();
    Run live = live(DENIED);
    assertThat(live.out())
        .contains(
            "IAM's simulator says allowed of `s3:PutObject` on `arn:aws:s3:::letters/a`, awsleuth"
                + " explicit deny: the simulator was not given the resource's policy")
        .contains("here Sid `Frozen` of a resource-based policy denies");
    givesTheSameOffline(live);
  }

  @Test
  void aDecodedMessageNamesTheReason() throws IOException {
    aws.on(
        "DecodeAuthorizationMessage",
        ScriptedAws.result(
            "DecodeAuthorizationMessage",
            "<DecodedMessage>"
                + xml(
                    "{\"allowed\":false,\"explicitDeny\":true,\"matchedStatements\":{\"items\":"
                        + "[{\"statementId\":\"OnlySmall\",\"effect\":\"DENY\"}]},\"context\":"
                        + "{\"principal\":{\"arn\":\"arn:aws:iam::123456789012:user/ann\"},"
                        + "\"action\":\"ec2:RunInstances\",\"resource\":"
                        + "\"arn:aws:ec2:us-east-1:123456789012:instance/*\"}}")
                + "</DecodedMessage>"));
    Run live =
        live(
            "An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You"
                + " are not authorized to perform this operation. Encoded authorization failure"
                + " message: 4gSP4lbGXsampleEncodedText\n");
    assertThat(live.out())
        .contains("permissions/explicit-deny-identity")
        .contains("AWS names what denies: Sid `OnlySmall`")
        .doesNotContain("confirmed  the reason is inside the encoded");
    givesTheSameOffline(live);
  }

  @Test
  void theBusiestMinuteStandsBesideTheQuota() throws IOException {
    aws.on(
            "ListServiceQuotas",
            "{\"Quotas\": [{\"QuotaName\": \"Rate of GetMetricData requests\", \"QuotaCode\":"
                + " \"L-5E141212\", \"Value\": 50.0, \"Period\": {\"PeriodValue\": 1,"
                + " \"PeriodUnit\": \"SECOND\"}}]}")
        .on("ListMetrics", "{\"Metrics\": [{\"MetricName\": \"CallCount\"}]}")
        .on(
            "GetMetricData",
            "{\"MetricDataResults\": [{\"Id\": \"calls\", \"Label\": \"GetMetricData\","
                + " \"Values\": [310.0, 2940.0]}]}");
    Run live =
        live(
            "An error occurred (ThrottlingException) when calling the GetMetricData operation"
                + " (reached max retries: 4): Rate exceeded\n");
    assertThat(live.out())
        .contains("at most 2,940 calls in a minute, 98% of the quota")
        .contains("the quota `Rate of GetMetricData requests` (L-5E141212) is 50 a second");
    givesTheSameOffline(live);
  }

  @Test
  void noSecretThatIsKnownOrTurnsUpInAnAnswerIsKeptOrShown() throws IOException {
    role();
    aws.on(
            "LookupEvents",
            "{\"Events\": [{\"CloudTrailEvent\": \"{\\\"eventName\\\": \\\"PutObject\\\","
                + " \\\"eventSource\\\": \\\"s3.amazonaws.com\\\", \\\"requestParameters\\\":"
                + " {\\\"secretAccessKey\\\": \\\""
                + OTHER_SECRET
                + "\\\", \\\"password\\\": \\\""
                + PASSWORD
                + "\\\"}}\"}]}")
        .on(
            "FilterLogEvents",
            "{\"events\": [{\"message\": \"AWS_SECRET_ACCESS_KEY="
                + SECRET
                + " AWS_SESSION_TOKEN="
                + TOKEN
                + "\"}, {\"message\": \"plain "
                + SECRET
                + " and "
                + TOKEN
                + "\"}]}");
    Run live =
        live(
            DENIED.replace("PutObject operation", "ListUsers operation"),
            "--debug",
            "--log-group",
            "app");
    String all = saved() + live.out() + live.err();
    assertThat(aws.asked("FilterLogEvents")).isNotEmpty();
    assertThat(aws.asked("LookupEvents")).isNotEmpty();
    for (String secret : List.of(SECRET, TOKEN, OTHER_SECRET, PASSWORD)) {
      assertThat(all).doesNotContain(secret);
    }
  }
}
