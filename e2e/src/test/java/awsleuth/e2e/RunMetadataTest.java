package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} finds out of instance metadata that left the program without credentials. */
class RunMetadataTest {

  @TempDir Path folder;

  @Test
  void theInstanceWithoutARoleIsToldOfWhereTheProfileTakesItsKeysFromIt() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            [default]
            role_arn = arn:aws:iam::111122223333:role/app
            credential_source = Ec2InstanceMetadata
            """);
    try (ScriptedServer metadata =
        ScriptedServer.of(
            ScriptedServer.answering(request ->
                request.startsWith("PUT")
                    ? ScriptedServer.answer("200 OK", "", "a-token")
                    : ScriptedServer.answer("404 Not Found", "", "")))) {
      Run run =
          Awsleuth.with(
              Map.of(
                  "AWS_CONFIG_FILE",
                  config.toString(),
                  "AWS_SHARED_CREDENTIALS_FILE",
                  "/dev/null",
                  "AWS_DEFAULT_REGION",
                  "eu-west-1",
                  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                  metadata.http() + "/"),
              "run",
              "--",
              Python.get().python(),
              "-c",
              "import boto3; boto3.client('sts').get_caller_identity()");
      assertThat(run.err())
          .contains("credentials/imds-unreachable", "IMDSv2, but the instance has no role")
          .contains("give the instance a role")
          .doesNotContain("one more hop");
    }
  }
}
