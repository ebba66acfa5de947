package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on policies by the command as people and programs run it. */
class SimulateTest {

  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports"}
        ]
      }\
      """;

  @TempDir Path folder;

  @Test
  void aDenialSaysWhyAndHowToMendItAndTheDiffApplies() throws IOException {
    Path file = Files.writeString(folder.resolve("policy.json"), POLICY);
    Run denied = simulate(file, "--fix");
    assertThat(denied.exitCode()).as(denied.err()).isEqualTo(1);
    assertThat(denied.out())
        .contains("denied  s3:GetObject on arn:aws:s3:::reports/a.csv")
        .contains("covers the resource `reports`, not `reports/a.csv`")
        .contains("+++ " + file)
        .contains("\"arn:aws:s3:::reports/a.csv\"");
    Files.writeString(file, POLICY.replace("reports\"", "reports/*\""));
    Run allowed = simulate(file, "--expect", "allowed");
    assertThat(allowed.exitCode()).as(allowed.err() + allowed.out()).isZero();
  }

  @Test
  void aBatchIsAnsweredLineByLine() throws IOException {
    String line =
        "{\"name\": \"one\", \"request\": {\"principal\": \""
            + ALICE
            + "\", \"action\": \"s3:GetObject\", \"resource\": \"arn:aws:s3:::reports/a.csv\"},"
            + " \"identityPolicies\": ["
            + POLICY.replace("\n", " ")
            + "]}\n";
    Run run = Awsleuth.pipe(line + "{\n" + line.replace("reports\"", "*\""), "simulate", "--batch");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(JsonLines.read(run.out()))
        .hasSize(3)
        .satisfies(answers -> {
          assertThat(answers.get(0)).containsEntry("decision", "ImplicitlyDenied");
          assertThat(answers.get(1)).containsKey("error");
          assertThat(answers.get(2)).containsEntry("decision", "Allowed");
        });
  }

  @Test
  void aCheckNamesWhatDoesNothing() throws IOException {
    Path file =
        Files.writeString(folder.resolve("p.json"), POLICY.replace("GetObject", "ListObjectsV2"));
    Run run = Awsleuth.run("policy", "check", file.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains(file + ":4:").contains("`s3:ListObjectsV2` matches no action");
  }

  @Test
  void wrongUsageEndsWithTwoInOneLine() throws IOException {
    Run run =
        Awsleuth.run(
            "simulate", "--principal", ALICE, "--action", "s3:GetObject", "--resource", "report");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  private static Run simulate(Path policy, String... more) throws IOException {
    String[] arguments = {
      "simulate",
      "--policy",
      policy.toString(),
      "--principal",
      ALICE,
      "--action",
      "s3:GetObject",
      "--resource",
      "arn:aws:s3:::reports/a.csv"
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Awsleuth.run(all);
  }
}
