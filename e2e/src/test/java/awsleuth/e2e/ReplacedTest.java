package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs that put something of their own in the place of botocore's own, under {@code run}. */
class ReplacedTest extends UnderRun {

  @Test
  void whatTheProgramPutsInThePlaceOfBotocoresOwnStaysAsItIs() throws IOException {
    String program = PROGRAMS.resolve("run_replaced.py").toString();
    Map<String, String> environment = new HashMap<>(environment());
    environment.remove("PYTHONPATH");
    environment.put("AWS_MAX_ATTEMPTS", "1");
    Ran plain = run(List.of(python, program), environment, new byte[0]);
    Path record = folder.resolve("record");
    Ran watched =
        run(
            joined(
                awsleuth(
                    "--output", folder.resolve("told").toString(), "--record", record.toString()),
                python,
                program),
            environment,
            new byte[0]);
    assertThat(watched.out())
        .isEqualTo(plain.out())
        .contains("== credentials")
        .doesNotContain("ended with 1");
    assertThat(watched.err()).isEqualTo(plain.err());
    assertThat(watched.code()).isEqualTo(plain.code()).isZero();
    // What is botocore's own is watched all the same, where it is called from within.
    assertThat(Files.readString(record))
        .contains("\"exception\": \"OSError\"", "\"exception\": \"KeyError\"")
        .doesNotContain("\"missed\"");
  }
}
