package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The names of the AWS CLI that awsleuth writes are those of the installed one. */
class CliNamesTest {

  private static final Path AWS = Path.of("..", "aws").toAbsolutePath().normalize();

  @Test
  void theInstalledCliNamesCommandsAndOptionsSo() throws IOException {
    Run run = Python.get().program(AWS.resolve("cli-names.py").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(AWS.resolve("src/main/resources/awsleuth/aws/cli-names.txt")))
        .as("aws/cli-names.py writes it")
        .isEqualTo(run.out());
  }
}
