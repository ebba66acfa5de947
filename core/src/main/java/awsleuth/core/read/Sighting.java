package awsleuth.core.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What one place of a text tells of a failed call; filled bit by bit. Empty means not told. */
final class Sighting {

  /** How surely the place shows a failed AWS call. */
  enum Strength {
    /** botocore's or an SDK's own sentence. */
    SURE,
    /** An AWS sentence without the frame of a failed call. */
    LIKELY,
    /** Worth telling when nothing better is in the text. */
    FAINT
  }

  final int position;
  final int line;
  Strength strength = Strength.SURE;
  String exception = "";
  String code = "";
  String operation = "";

  /** Whether the text breaks off after the operation, which may then be the begin of its name. */
  boolean cut;

  String service = "";
  String message = "";
  OptionalInt status = OptionalInt.empty();
  OptionalInt retries = OptionalInt.empty();
  String requestId = "";
  String endpoint = "";
  String region = "";
  int end;
  final Map<String, String> captures = new LinkedHashMap<>();

  Sighting(int position, int line) {
    this.position = position;
    this.line = line;
    this.end = position;
  }

  /** Whether two places tell of the same failure: same code, operation and message. */
  boolean sameAs(Sighting other) {
    return code.equals(other.code)
        && exception.equals(other.exception)
        && operation.equals(other.operation)
        && message.equals(other.message);
  }
}
