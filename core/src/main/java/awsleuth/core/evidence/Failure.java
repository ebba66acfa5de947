package awsleuth.core.evidence;

import java.util.List;
import java.util.Map;

/**
 * A failed call with the text that it was read from.
 *
 * @param call the call
 * @param captures what botocore's message template holds, by the template's own field names: {@code
 *     profile}, {@code endpoint_url}, {@code provider}, {@code error_msg}, {@code cred_var} …
 * @param passages the texts that belong to the failure, its message first
 * @param frames the frames of its traceback, outermost first
 * @param count how many times the same failure was seen
 * @param lastLine the line of its last occurrence
 */
public record Failure(
    FailedCall call,
    Map<String, String> captures,
    List<Passage> passages,
    List<Frame> frames,
    int count,
    int lastLine)
    implements Evidence {

  @Override
  public Source source() {
    return call.source();
  }

  /**
   * A piece of text that belongs to a failure.
   *
   * @param kind how it belongs
   * @param exception the simple class name before it; empty where there is none
   * @param text the text, unfolded, secrets replaced
   * @param source its first line
   */
  public record Passage(Kind kind, String exception, String text, Source source) {

    /** How a passage belongs to its failure. */
    public enum Kind {
      /** The failure's own message. */
      MESSAGE,
      /** Another exception of the same chain or group. */
      CHAIN,
      /** A log line, command or other text around it, in the same artifact. */
      NEARBY
    }
  }

  /**
   * A frame of a traceback.
   *
   * @param file the file's path as printed
   * @param line the line in that file; 0 where not printed
   * @param function the function; empty where not printed
   * @param code the source line; empty where not printed
   * @param source where the frame stands in the artifact
   */
  public record Frame(String file, int line, String function, String code, Source source) {}
}
