package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.evidence.GivenParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command in a script that came with the failure is the call where no other can be. */
class ScriptCallTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();
  private static final String DENIED =
      "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied\n";
  private static final String PUT =
      "aws s3api put-object --bucket acme-in \\\n  --key a/b --body x\n";

  @Test
  void aCommandInItsOwnFileGivesTheParameters() {
    assertThat(bucket(DENIED, "cmd.sh", PUT)).contains("acme-in");
    assertThat(bucket(DENIED, "what-i-ran", "# as root\n\n$ " + PUT)).contains("acme-in");
  }

  @Test
  void aScriptIsReadWholeAndItsLineIsTold() {
    String script =
        "#!/usr/bin/env bash\nset -e\nexport AWS_REGION=eu-west-1\nfor f in *; do\n  "
            + "echo $f\ndone\naws sts get-caller-identity && "
            + PUT;
    GivenParameters written = diagnosis(DENIED, "job", script).written().orElseThrow();

    assertThat(written.source().line()).isEqualTo(7);
    assertThat(written.ofProgram()).isTrue();
  }

  @Test
  void ofTwoCommandsNoneIsTaken() {
    String other = PUT.replace("acme-in", "acme-out");

    assertThat(bucket(DENIED, "cmd.sh", PUT + other)).isEmpty();
    assertThat(bucket(DENIED, "a.sh", PUT, "b.sh", other)).isEmpty();
  }

  @Test
  void theCommandOfTheLogIsTheCall() {
    String log = "$ " + PUT.replace("acme-in", "acme-log") + "\n" + DENIED;

    assertThat(bucket(log, "cmd.sh", PUT)).contains("acme-log");
  }

  @Test
  void whatOtherTextsMentionIsNoCall() {
    assertThat(bucket(DENIED, "runbook.md", "Try this first:\n\n    " + PUT)).isEmpty();
    assertThat(bucket(DENIED, "ok.txt", "$ " + PUT + "{\n    \"ETag\": \"\\\"1\\\"\"\n}\n"))
        .isEmpty();
  }

  private static Optional<String> bucket(String log, String... files) {
    return diagnosis(log, files)
        .written()
        .map(w -> w.call().params().get("Bucket"))
        .filter(PyValue.Str.class::isInstance)
        .map(v -> ((PyValue.Str) v).value());
  }

  private static FailureDiagnosis diagnosis(String log, String... files) {
    List<Artifact> artifacts = new ArrayList<>(List.of(new Artifact("e.log", Kind.ANY, log)));
    for (int i = 0; i < files.length; i += 2) {
      artifacts.add(new Artifact(files[i], Kind.ANY, files[i + 1]));
    }
    return new Diagnoser(AWS, List.of()).diagnose(artifacts).failures().getFirst();
  }
}
