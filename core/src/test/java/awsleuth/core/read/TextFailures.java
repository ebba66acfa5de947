package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;

/** What is read out of texts. */
final class TextFailures {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private TextFailures() {}

  /** The failures that a text tells of. */
  static List<Failure> read(String text) {
    return FailureReader.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS);
  }

  /** The call of the first of them. */
  static FailedCall call(String text) {
    List<Failure> failures = read(text);
    assertThat(failures).as("failures in: %s", text).isNotEmpty();
    return failures.getFirst().call();
  }
}
