package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was proven of a role's policy, decided again from the files. */
class RoleProofTest {

  private static final String EVENT =
      """
      {"Records": [{"eventVersion": "1.09", "eventTime": "2026-11-20T10:00:00Z",
        "eventSource": "s3.amazonaws.com", "eventName": "GetObject", "awsRegion": "us-east-1",
        "recipientAccountId": "111122223333", "errorCode": "AccessDenied", "errorMessage":
        "User: arn:aws:sts::111122223333:assumed-role/billing/job is not authorized to perform:\
       s3:GetObject on resource: \\"arn:aws:s3:::reports/a.csv\\" because no identity-based policy\
       allows the s3:GetObject action",
        "userIdentity": {"type": "AssumedRole",
          "arn": "arn:aws:sts::111122223333:assumed-role/billing/job",
          "accountId": "111122223333", "sessionContext": {"sessionIssuer": {"type": "Role",
            "arn": "arn:aws:iam::111122223333:role/billing", "accountId": "111122223333",
            "userName": "billing"}}},
        "requestParameters": {"bucketName": "reports", "key": "a.csv"},
        "sourceIPAddress": "203.0.113.9"}]}
      """;

  @TempDir Path folder;

  private Path policy;
  private Path trail;
  private Path diagnosis;

  @BeforeEach
  void files() {
    policy = folder.resolve("role.json");
    trail = folder.resolve("trail.json");
    diagnosis = folder.resolve("diagnosis.json");
  }

  private Command verify() {
    return Command.run("verify", diagnosis.toString());
  }

  @Test
  void aPolicyOfARoleThatAllowsMoreThanItHadToIsNoFix() throws IOException {
    Path failure =
        Files.writeString(
            folder.resolve("error.txt"),
            VerifyCommandTest.DENIED.replace(
                "iam::111122223333:user/ann", "sts::111122223333:assumed-role/billing/job"));
    role("s3:ListBucket");
    Command c = Command.run(policy.toString(), failure.toString(), "--format", "json");
    diagnosis = Files.writeString(diagnosis, c.out());
    assertThat(verify().out()).contains("still there");
    role("s3:*");
    Command wide = verify();
    assertThat(wide.out())
        .contains("ruled out  the files allow it now", "allowed now, and not to be: ")
        .doesNotContain("still");
    assertThat(wide.code()).as("more is allowed than the proof lets be").isEqualTo(1);
  }

  @Test
  void aPolicyThatIsWideUnderAConditionIsNoFixEither() throws IOException {
    role("s3:ListBucket");
    Files.writeString(trail, EVENT);
    diagnosis =
        Files.writeString(
            diagnosis, Command.run(policy.toString(), trail.toString(), "--format", "json").out());
    conditional("*", "\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}");
    Command wide = verify();
    assertThat(wide.out()).contains("ruled out", "allowed now, and not to be: ");
    assertThat(wide.code()).isEqualTo(1);
    conditional("*", "\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-a1b2c3d4e5\"}");
    Command open = verify();
    assertThat(open.out())
        .contains(
            "does not hold for certain any more: what the files come to depends on"
                + " `aws:PrincipalOrgID`, which the diagnosis does not tell");
    assertThat(open.code()).isEqualTo(1);
    conditional("s3:GetObject", "\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}");
    Command narrow = verify();
    assertThat(narrow.out()).contains("holds for the files as they are");
    assertThat(narrow.code()).isZero();
  }

  @Test
  void theSameCallThatTheTrailShowsAsSucceedingLaterRulesTheCauseOut() throws IOException {
    String refused = EVENT.substring(EVENT.indexOf('[') + 1, EVENT.lastIndexOf(']'));
    String later =
        refused.replaceAll("\"errorCode\".*\\R.*action\",", "").replace("10:00:00Z", "10:40:00Z");
    Files.writeString(trail, "{\"Records\": [" + refused + "]}");
    role("s3:ListBucket");
    Command c = Command.run(policy.toString(), trail.toString(), "--format", "json");
    diagnosis = Files.writeString(diagnosis, c.out());
    assertThat(verify().out()).contains("still there");
    Files.writeString(trail, "{\"Records\": [" + refused + "," + later + "]}");
    assertThat(verify().out())
        .contains("ruled out  the same call succeeded at 2026-11-20T10:40:00Z");
  }

  /** The proof names three requests of the past and one object of the bucket as examples. */
  @Test
  void moreIsDecidedAgainThanTheExamplesOfAProof() throws IOException {
    buckets("b1", "b2", "b3", "b4");
    String denied = EVENT.substring(EVENT.indexOf('[') + 1, EVENT.lastIndexOf(']'));
    String made =
        denied.substring(0, denied.indexOf("\"errorCode\""))
            + denied.substring(denied.indexOf("\"userIdentity\""));
    Files.writeString(
        trail,
        Stream.of("b1", "b2", "b3", "b4")
            .map(b -> made.replace("\"reports\"", "\"" + b + "\""))
            .collect(Collectors.joining(",", "{\"Records\": [", "," + denied + "]}")));
    diagnosis =
        Files.writeString(
            diagnosis, Command.run(policy.toString(), trail.toString(), "--format", "json").out());
    assertThat(Files.readString(diagnosis)).contains("\"count\":4");
    buckets("b1", "b2", "b3", "b4", "reports/a.csv");
    assertThat(verify().out()).contains("holds for the files as they are: ");
    buckets("b2", "b3", "b4", "reports/a.csv");
    assertThat(verify().out()).contains("not allowed any more: " + trail);
    buckets("b1", "b2", "b3", "b4", "reports/a.csv", "reports/secret*");
    Command wide = verify();
    assertThat(wide.out())
        .contains("allowed now, and not to be: `s3:GetObject` on `arn:aws:s3:::reports/secret`");
    assertThat(wide.code()).isEqualTo(1);
  }

  private void buckets(String... names) throws IOException {
    Files.writeString(
        policy,
        Stream.of(names)
            .map(n -> "\"arn:aws:s3:::" + (n.contains("/") ? n : n + "/*") + "\"")
            .collect(
                Collectors.joining(
                    ", ",
                    "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\":"
                        + " {\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                        + " \"Action\": \"s3:GetObject\", \"Resource\": [",
                    "]}]}}")));
  }

  private void conditional(String action, String condition) throws IOException {
    Files.writeString(
        policy,
        "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\":"
            + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \"arn:aws:s3:::reports/*\", \"Condition\": {"
            + condition
            + "}}]}}\n");
  }

  private void role(String action) throws IOException {
    Files.writeString(
        policy,
        "{\"RoleName\": \"billing\", \"PolicyName\": \"p\", \"PolicyDocument\": {\"Version\":"
            + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \"*\"}]}}\n");
  }
}
