package awsleuth.app.test;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated test has of its diagnosis, and what it says of it. */
class ToldToTestsTest {

  private static final String BARE =
      "botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when calling the"
          + " StartInstances operation: You are not authorized to perform this operation. User:"
          + " arn:aws:iam::111122223333:user/ci is not authorized to perform: ec2:StartInstances";
  private static final String EXPIRED =
      "botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the"
          + " ListBuckets operation: The provided token has expired.\n";

  @TempDir Path folder;

  private static Command test(String failure, String... options) {
    String diagnosis = Command.pipe(failure, "--format", "json").out();
    String[] all = new String[options.length + 2];
    all[0] = "test";
    all[1] = "-";
    System.arraycopy(options, 0, all, 2, options.length);
    return Command.pipe(diagnosis, all);
  }

  @Test
  void noPlaceholderOfACommandAndNoDryRunIsAParameter() {
    assertThat(
            test(BARE + " because no identity-based policy allows it\n", "--kind", "stubber").out())
        .contains("PARAMETERS = {'InstanceIds': ['example']}");
    assertThat(
            test(
                    BARE
                        + " on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0"
                        + " because no identity-based policy allows the ec2:StartInstances action\n",
                    "--kind",
                    "stubber")
                .out())
        .contains("PARAMETERS = {'InstanceIds': [")
        .doesNotContain("DryRun");
  }

  @Test
  void whereTheServiceRefusesAsBeforeTheTestIsOfHowThatIsTaken() {
    assertThat(test(EXPIRED, "--state", "after").out())
        .contains("How the program takes it is changed below, so the tests pass.")
        .doesNotContain("The fix is applied");
  }

  @Test
  void aCallThatIsMadeAgainWithoutAChangeIsNoFixOfTheRequest() throws IOException {
    String failure =
        "botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling"
            + " the GetItem operation: User: arn:aws:sts::111122223333:assumed-role/etl/s1 is not"
            + " authorized to perform: dynamodb:GetItem on resource:"
            + " arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no identity-based"
            + " policy allows the dynamodb:GetItem action\n";
    Path log = Files.writeString(folder.resolve("app.log"), failure);
    Path role =
        Files.writeString(
            folder.resolve("role-policy.json"),
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
              "Action": "dynamodb:GetItem", "Resource": "*"}]}
            """);
    String json = Command.run(log.toString(), role.toString(), "--format", "json").out();
    assertThat(json).contains("call again, without a change");
    assertThat(Command.pipe(json, "test", "-", "--kind", "policy").err())
        .contains("has no policies by which the request is denied before a fix")
        .doesNotContain("who makes it");
  }
}
