package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Optional;

/**
 * What botocore says of the metadata of an S3 object, which goes into headers: texts of ASCII.
 *
 * @param key whose value has other characters
 * @param value that value
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">validate_ascii_metadata</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">Working
 *     with object metadata</a>
 */
record Metadata(String key, String value) {

  private static final String HANDLER = "validate_ascii_metadata";
  private static final String BEFORE = "Non ascii characters found in S3 metadata for key \"";
  private static final String BETWEEN = "\", value: \"";

  /** Whether botocore's handler could not encode a value, which it takes for a text. */
  static boolean isWrongType(Facts facts) {
    return facts.exception("AttributeError")
        && facts.call().message().contains("has no attribute 'encode'")
        && facts.frames().stream().anyMatch(f -> f.function().equals(HANDLER));
  }

  /** The value that is not ASCII; empty where the failure is another. */
  static Optional<Metadata> foreign(Facts facts) {
    String message = facts.captured("report").orElse(facts.call().message());
    int from = message.indexOf(BEFORE) + BEFORE.length();
    int to = from < BEFORE.length() ? -1 : message.indexOf(BETWEEN, from);
    int start = to + BETWEEN.length();
    int end = to < 0 ? -1 : message.indexOf("\".", start);
    return end < 0
        ? Optional.empty()
        : Optional.of(new Metadata(message.substring(from, to), message.substring(start, end)));
  }

  /** Values that are texts. */
  static Fix text() {
    return Fix.codeEdit(
        "make each value a text",
        "Metadata={name: str(value) for name, value in metadata.items()}");
  }

  /** The value as ASCII, from which a reader can make it again. */
  Fix quoted() {
    return Fix.codeEdit(
        "give it as ASCII, and urllib.parse.unquote it where it is read",
        "Metadata={"
            + Literal.python(key)
            + ": urllib.parse.quote("
            + Literal.python(value)
            + ")}");
  }
}
