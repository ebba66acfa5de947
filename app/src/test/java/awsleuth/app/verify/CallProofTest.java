package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was proven of a changed call, decided again from the files. */
class CallProofTest {

  private static final String DENIED =
      """
      Traceback (most recent call last):
        File "/srv/export.py", line 4, in main
          s3.put_object(Bucket="acme-exports", Key="a.csv", Body=data)
      botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject\
       operation: User: arn:aws:sts::111122223333:assumed-role/exporter/i-0abc is not authorized to\
       perform: s3:PutObject on resource: "arn:aws:s3:::acme-exports/a.csv" with an explicit deny in\
       a resource-based policy
      """;

  @TempDir Path folder;

  private Path diagnosis;

  @BeforeEach
  void diagnosed() throws IOException {
    Files.writeString(folder.resolve("app.log"), DENIED);
    Files.writeString(
        folder.resolve("exporter-policy.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject",
          "Resource": "arn:aws:s3:::acme-exports/*"}}
        """);
    bucket("aws:kms");
    String json = Command.run(folder.toString(), "--format", "json").out();
    diagnosis = Files.writeString(folder.resolve("diagnosis.json"), json);
  }

  private void bucket(String wanted) throws IOException {
    Files.writeString(
        folder.resolve("bucket-policy.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Sid": "Kms", "Effect": "Deny", "Principal": "*",
          "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-exports/*",
          "Condition": {"StringNotEquals": {"s3:x-amz-server-side-encryption": "%s"}}}}
        """
            .formatted(wanted));
  }

  private Command verify() {
    return Command.run("verify", diagnosis.toString());
  }

  @Test
  void theChangeOfTheCallIsProven() throws IOException {
    assertThat(Command.run(folder.toString()).out())
        .contains(
            "ServerSideEncryption=\"aws:kms\"",
            "proof    denied → allowed: the request with `s3:x-amz-server-side-encryption` `aws:kms`"
                + " (before, Sid `Kms` denies it")
        .doesNotContain("decided");
    assertThat(Files.readString(diagnosis)).contains("\"holds\":true,\"changes\":\"call\"");
  }

  @Test
  void itHoldsAgainAndRulesNothingOut() {
    Command again = verify();

    assertThat(again.out()).contains("holds again: send what Sid `Kms` asks for");
    assertThat(again.out()).doesNotContain("ruled out");
    assertThat(again.code()).isEqualTo(1);
  }

  @Test
  void aPolicyThatAsksForSomethingElseNowIsTold() throws IOException {
    bucket("AES256");

    assertThat(verify().out())
        .contains("does not hold for the files as they are, which deny it: send what Sid `Kms`");
  }

  @Test
  void aTestOfPoliciesIsMadeOfAChangeOfPoliciesAlone() {
    Command test = Command.run("test", diagnosis.toString(), "--kind", "policy");

    assertThat(test.out()).doesNotContain("the request with `s3:x-amz-server-side-encryption`");
  }
}
