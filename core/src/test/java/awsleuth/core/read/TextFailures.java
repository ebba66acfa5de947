package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The failures that a text tells of, each as {@code exception | service | operation | code | line
   * 3 | 2x | message}; what is not told is a dash, a line break of a message a stroke.
   */
  static List<String> told(String text) {
    return read(text).stream().map(TextFailures::told).toList();
  }

  private static String told(Failure failure) {
    FailedCall c = failure.call();
    return Stream.of(
            c.exception(),
            c.service(),
            c.operation(),
            c.code(),
            "line " + c.source().line(),
            failure.count() + "x",
            c.message().replace("\n", " / "))
        .map(part -> part.isEmpty() ? "-" : part)
        .collect(Collectors.joining(" | "));
  }
}
