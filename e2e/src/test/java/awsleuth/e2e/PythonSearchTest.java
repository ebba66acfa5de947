package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the real things of these tests are from, and what is said where there are none. */
class PythonSearchTest {

  /** A python without packages, which counts the environments that it makes. */
  private static final String BARE =
      """
      #!/bin/sh
      case "$*" in
        "-m venv --clear "*)
          echo made >>"${0%/*}/made"
          mkdir -p "$4/bin"
          cp "${0%/*}/inner" "$4/bin/python" ;;
        *) echo "ModuleNotFoundError: No module named 'boto3'" >&2; exit 1 ;;
      esac
      """;

  private static final String FAILING_PIP =
      """
      #!/bin/sh
      echo 'WARNING: Retrying (Retry(total=0)) after connection broken' >&2
      echo 'ERROR: Could not find a version that satisfies the requirement boto3==1.43.11' >&2
      echo 'ERROR: No matching distribution found for boto3==1.43.11' >&2
      echo >&2
      echo '[notice] A new release of pip is available' >&2
      exit 1
      """;

  private static final String LINE =
      "the e2e tests need boto3, moto, pytest and aws: neither on the path nor installable: ";

  @TempDir Path folder;

  private void program(String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    assertThat(Files.writeString(file, text).toFile().setExecutable(true)).isTrue();
  }

  private PythonSearch search(String build) {
    return new PythonSearch(folder.resolve("target"), folder.resolve("bin").toString(), build);
  }

  private void fails(String build, String line) {
    assertThatThrownBy(() -> search(build).find())
        .isInstanceOf(AssertionError.class)
        .hasMessage(LINE + line);
  }

  private List<String> attempts() throws IOException {
    return Files.readAllLines(folder.resolve("bin/made"));
  }

  @Test
  void aPythonAndAwsOfThePathThatHaveAllAreTaken() throws IOException {
    program("python3", "#!/bin/sh\nexit 0\n");
    program("aws", "#!/bin/sh\n");
    assertThat(search("1").find())
        .isEqualTo(new Python(folder + "/bin/python3", folder + "/bin/aws"));
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void whereNothingIsThereAndPipFailsOneLineSaysSo() throws IOException {
    program("python3", BARE);
    program("inner", FAILING_PIP);
    fails("1", "`-m pip` says ERROR: No matching distribution found for boto3==1.43.11");
  }

  @Test
  void anInstallationThatFailedIsTriedOnceInABuildAndAgainInTheNext() throws IOException {
    program("python3", BARE);
    program("inner", FAILING_PIP);
    String line = "`-m pip` says ERROR: No matching distribution found for boto3==1.43.11";
    fails("1", line);
    fails("1", line);
    assertThat(attempts()).hasSize(1);
    fails("2", line);
    assertThat(attempts()).hasSize(2);
  }

  @Test
  void anInstallationThatSucceededIsKept() throws IOException {
    program("python3", BARE);
    program("inner", "#!/bin/sh\nexit 0\n");
    Python first = search("1").find();
    assertThat(first.python()).isEqualTo(folder + "/target/python/bin/python");
    assertThat(search("2").find()).isEqualTo(first);
    assertThat(attempts()).hasSize(1);
  }

  @Test
  void withoutAnyPythonOneLineSaysSo() throws IOException {
    program("aws", "#!/bin/sh\n");
    fails("1", "there is no python3 on the path");
  }

  @Test
  void aPythonThatMakesNoEnvironmentIsCitedByItsFirstLine() throws IOException {
    program("python3", "#!/bin/sh\necho 'ensurepip is not available'\necho 'apt' >&2\nexit 1\n");
    fails("1", "`-m venv` says ensurepip is not available");
  }
}
