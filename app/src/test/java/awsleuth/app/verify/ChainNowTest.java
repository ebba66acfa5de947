package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.input.InputException;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.collect.credentials.LocalOutside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine's settings say now of a failure that its text alone does not tell. */
class ChainNowTest {

  private static final String NO_NUMBER =
      """
      Traceback (most recent call last):
        File "app.py", line 2, in <module>
          s3 = boto3.client("s3")
        File "/lib/botocore/credentials.py", line 93, in create_credential_resolver
          metadata_timeout = session.get_config_variable('metadata_service_timeout')
      ValueError: invalid literal for int() with base 10: 'x'
      """;

  @TempDir Path folder;

  private ToldFailure failure;

  @BeforeEach
  void diagnose() throws IOException, InputException {
    Path text = Files.writeString(folder.resolve("error.txt"), NO_NUMBER);
    String json = Command.run("--format", "json", text.toString()).out();
    failure = ToldDiagnosis.read("diagnosis.json", json).failures().getFirst();
  }

  private Optional<State> state(String name, String value) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", folder.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put(name, value);
    return new ChainNow(environment, new LocalOutside())
        .of(failure, failure.causes().getFirst())
        .map(Verified::state);
  }

  @Test
  void aSettingThatIsAsItWasIsStillThere() {
    assertThat(failure.causes().getFirst().id()).isEqualTo("credentials/imds-unreachable");
    assertThat(state("AWS_METADATA_SERVICE_TIMEOUT", "x")).contains(State.STILL_THERE);
  }

  @Test
  void aSettingThatIsGoneRulesItOut() {
    assertThat(state("AWS_METADATA_SERVICE_TIMEOUT", "5")).contains(State.RULED_OUT);
  }

  @Test
  void settingsThatRaiseSomethingElseDoNotTell() {
    assertThat(state("AWS_METADATA_SERVICE_TIMEOUT", "y")).isEmpty();
    assertThat(state("AWS_PROFILE", "none")).isEmpty();
  }
}
