package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying where what decides is known of other evidence than the command of the verification. */
class DerivedContextTest {

  @TempDir Path folder;

  @Test
  void theServiceThatARoleIsPassedToIsKnownOfTheFailedOperation() throws IOException {
    Files.writeString(
        folder.resolve("t.log"),
        "An error occurred (AccessDeniedException) when calling the RunTask operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/etl/run is not authorized to perform:"
            + " iam:PassRole on resource: arn:aws:iam::111122223333:role/etl-task because no"
            + " identity-based policy allows the iam:PassRole action\n");
    policy("ecs.amazonaws.com");
    Path diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(diagnosis, Command.run(folder.toString(), "--format", "json").out());
    Command before = Command.run("verify", diagnosis.toString());
    assertThat(before.out()).contains("still there the request is denied all the same");
    policy("ecs-tasks.amazonaws.com");
    Command after = Command.run("verify", diagnosis.toString());
    assertThat(after.out()).contains("ruled out  the request is allowed now");
    assertThat(after.code()).isZero();
  }

  private void policy(String service) throws IOException {
    Files.writeString(
        folder.resolve("etl.json"),
        """
        {"Statement": [
          {"Sid": "Pass", "Effect": "Allow", "Action": "iam:PassRole",
           "Resource": "arn:aws:iam::111122223333:role/*",
           "Condition": {"StringEquals": {"iam:PassedToService": "%s"}}}]}
        """
            .formatted(service));
  }
}
