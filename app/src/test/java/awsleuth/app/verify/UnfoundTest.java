package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.Check;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.collect.credentials.LocalOutside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows that credentials are found again, and what does not. */
class UnfoundTest {

  @TempDir Path folder;

  private static ToldFailure failed(String exception, String code) {
    return ToldDiagnosis.in(
            "{\"version\": 1, \"failures\": [{\"call\": {\"exception\": \""
                + exception
                + "\", \"code\": \""
                + code
                + "\"}}]}")
        .orElseThrow()
        .failures()
        .getFirst();
  }

  private static ToldCause cause(String id) {
    return new ToldCause(
        id,
        "confirmed",
        "",
        List.of(),
        List.of(),
        List.of(),
        Check.MACHINE,
        "awsleuth credentials --profile pr",
        "");
  }

  @Test
  void aCallThatSucceedsTellsOfWhatProvidersRaiseAlone() {
    ToldCause process = cause("credentials/process-failed");
    assertThat(Unfound.is(failed("CredentialRetrievalError", ""), process)).isTrue();
    assertThat(Unfound.is(failed("ClientError", "ExpiredToken"), process)).isFalse();
    assertThat(
            Unfound.is(
                failed("CredentialRetrievalError", ""), cause("credentials/concurrent-resolution")))
        .isFalse();
    assertThat(Unfound.byCall(process).command())
        .isEqualTo("aws sts get-caller-identity --profile pr");
  }

  @Test
  void settingsByWhichBoto3RunsAProgramTellNothingOfItsEnd() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config"), "[profile pr]\ncredential_process = /bin/no-such\n");
    assertThat(still(Map.of("AWS_CONFIG_FILE", config.toString()))).isEqualTo(State.UNKNOWN);
    Files.writeString(config, "[profile pr]\nregion = eu-west-1\n");
    assertThat(
            still(
                Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_EC2_METADATA_DISABLED", "true")))
        .isEqualTo(State.STILL_THERE);
    assertThat(still(Map.of("AWS_CONFIG_FILE", config.toString())))
        .as("instance metadata may answer")
        .isEqualTo(State.UNKNOWN);
  }

  private State still(Map<String, String> environment) {
    ToldCause cause = cause("credentials/none-found");
    Verified there = new Verified(cause.id(), State.STILL_THERE, "", "");
    return Unfound.unlessAsked(
            there,
            failed("NoCredentialsError", ""),
            cause,
            new ChainNow(environment, new LocalOutside()))
        .state();
  }
}
