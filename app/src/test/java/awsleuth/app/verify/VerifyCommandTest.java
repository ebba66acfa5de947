package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject"
          + " operation: User: arn:aws:iam::111122223333:user/ann is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::reports/a.csv\" because no identity-based"
          + " policy allows the s3:GetObject action\n";

  @TempDir Path folder;

  private Path failure;
  private Path policy;
  private Path diagnosis;

  @BeforeEach
  void diagnose() throws IOException {
    failure = Files.writeString(folder.resolve("error.txt"), DENIED);
    policy = folder.resolve("ann-policy.json");
    allow("s3:ListBucket", "arn:aws:s3:::reports");
    Command c =
        Command.run("--policy:identity", policy.toString(), failure.toString(), "--format", "json");
    diagnosis = Files.writeString(folder.resolve("diagnosis.json"), c.out());
  }

  private void allow(String action, String resource) throws IOException {
    Files.writeString(
        policy,
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \""
            + resource
            + "\"}]}\n");
  }

  private Command verify(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "verify";
    all[1] = diagnosis.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Command.run(all);
  }

  @Test
  void withoutAFixTheCauseIsStillThere() {
    Command c = verify();
    assertThat(c.out()).contains("still there").contains("permissions/no-identity-allow");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void thePolicyThatAllowsItNowRulesTheCauseOut() throws IOException {
    allow("s3:GetObject", "arn:aws:s3:::reports/*");
    assertThat(verify().out()).contains("ruled out").contains("permissions/no-identity-allow");
  }

  @Test
  void anInputThatIsGoneLeavesItUnknown() throws IOException {
    Files.delete(policy);
    assertThat(verify().out()).contains("unknown").contains("there is no such file");
  }

  @Test
  void theProofOfAFixIsRunAgainFromTheFiles() {
    assertThat(verify().out()).contains("proof      holds again: allow `s3:GetObject`");
  }

  @Test
  void theProvenFixInTheFilesIsVerified() throws Exception {
    Files.writeString(policy, mended());
    Command c = verify();
    assertThat(c.out())
        .contains("ruled out  ", "proof      holds for the files as they are: allow `s3:GetObject`")
        .doesNotContain("unknown");
    assertThat(c.code()).isZero();
  }

  /** The policy as the first fix has it. */
  private String mended() throws Exception {
    return ToldDiagnosis.read("d", Files.readString(diagnosis)).failures().stream()
        .flatMap(f -> f.causes().stream())
        .flatMap(c -> c.fixes().stream())
        .flatMap(f -> f.proof().stream())
        .flatMap(p -> JsonMembers.dicts(p.document().get("policies")).stream())
        .map(p -> JsonMembers.text(p, "after"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsAllowedNowAndHasToStayDeniedIsSaid() throws IOException {
    allow("*", "*");
    Command c = verify();
    assertThat(c.out())
        .contains("ruled out  ", "does not hold for the files as they are; allowed now, and not to")
        .contains("other actions on the same resource", "the objects of every bucket");
    assertThat(c.code()).isEqualTo(1);
  }

  @Test
  void aProofIsNotRunAgainWithoutOneOfItsPolicies() throws IOException {
    Files.delete(policy);
    assertThat(verify().out()).contains("cannot be run again, " + policy + " is not at hand");
  }

  @Test
  void aFileOutsideTheDiagnosisFolderIsReadOnlyWhereItIsNamed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    diagnosis = Files.move(diagnosis, elsewhere.resolve("diagnosis.json"));
    allow("s3:GetObject", "arn:aws:s3:::reports/*");
    Command refused = verify();
    assertThat(refused.err()).contains("ann-policy.json: not read").hasLineCount(2);
    assertThat(refused.out()).contains("unknown").doesNotContain("ruled out");
    assertThat(verify(policy.toString()).out()).contains("ruled out");
    assertThat(verify(folder.toString()).err()).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = elsewhere.resolve("p.json");
    Files.createSymbolicLink(link, policy);
    String text = Files.readString(diagnosis).replace(policy.toString(), link.toString());
    diagnosis = Files.writeString(elsewhere.resolve("diagnosis.json"), text);
    assertThat(verify().err()).contains("p.json: not read");
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema =
        JsonSchema.of(Files.readString(Path.of("../docs/verification.schema.json")));
    assertThat(schema.faults(Json.object(verify("--format", "json").out()))).isEmpty();
  }

  @Test
  void aProfileThatAsksAndAGroupThatIsSearchedGoWithCallsAlone() {
    Command c = verify("--profile", "prod");
    assertThat(c.err()).contains("--profile names whose credentials ask AWS: it goes with --live");
    assertThat(c.out()).isEmpty();
    assertThat(c.code()).isEqualTo(2);
    Command diagnosed = Command.run("--profile", "prod", failure.toString());
    assertThat(diagnosed.err())
        .contains("--profile names whose credentials ask AWS: it goes with --live");
    assertThat(diagnosed.code()).isEqualTo(2);
    assertThat(Command.run("--log-group", "/aws/lambda/x", failure.toString()).err())
        .contains("--log-group is searched at AWS: it goes with --live");
  }

  @Test
  void theTimeOfCallsGoesWithCallsAlone() {
    Command c = verify("--timeout", "5");
    assertThat(c.err()).contains("--timeout bounds the calls to AWS: it goes with --live");
    assertThat(c.code()).isEqualTo(2);
    Command diagnosed = Command.run("--timeout", "5", failure.toString());
    assertThat(diagnosed.err()).contains("--timeout bounds the calls to AWS: it goes with --live");
    assertThat(Command.run("--live", "--timeout", "soon", failure.toString()).err())
        .contains("--timeout is a number of seconds up to 600, not `soon`");
  }

  @Test
  void whatIsNoDiagnosisIsSaid() throws IOException {
    Files.writeString(diagnosis, "{\"steps\": 1}");
    Command c = verify();
    assertThat(c.err()).contains("diagnosis.json: is no diagnosis; make one with");
    assertThat(c.code()).isEqualTo(2);
  }

  @Test
  void aDiagnosisWithoutAFailedCallIsSaid() throws IOException {
    Files.writeString(diagnosis, "{\"failures\": []}");
    assertThat(verify().err()).contains("has no failed call");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Command c = Command.run("verify", folder.resolve("none.json").toString());
    assertThat(c.err()).contains("none.json");
    assertThat(c.code()).isEqualTo(2);
  }
}
