package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import org.junit.jupiter.api.Test;

/** Whose data an answer rests on is said, in one way, and only where it rests on any. */
class AwsDataTest {

  private static final String ORIGIN = AwsCatalog.embedded().origin();
  private static final String LINE = "\n  AWS data   " + ORIGIN + "\n";
  private static final String MARKDOWN = "\n_AWS data: " + ORIGIN + "_\n";
  private static final String DENIED =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n";

  @Test
  void theVersionNamesTheBotocoreOfTheData() {
    assertThat(Command.run("--version").out())
        .isEqualTo("awsleuth " + Version.TEXT + "\nAWS data: " + ORIGIN + "\n");
  }

  @Test
  void anAnswerAboutAnOperationNamesIt() {
    assertThat(Command.pipe(DENIED).out()).endsWith(LINE);
    assertThat(Command.pipe(DENIED, "--all").out()).endsWith(LINE);
    assertThat(Command.pipe(DENIED, "--format", "markdown").out()).endsWith(MARKDOWN);
  }

  @Test
  void anAnswerThatRestsOnNoneDoesNotNameIt() {
    String none = "botocore.exceptions.NoCredentialsError: Unable to locate credentials\n";
    assertThat(Command.pipe(none).out()).doesNotContain("AWS data");
    assertThat(Command.pipe(none, "--all").out()).doesNotContain("AWS data");
    assertThat(Command.pipe("all is well\n").out()).doesNotContain("AWS data");
  }
}
