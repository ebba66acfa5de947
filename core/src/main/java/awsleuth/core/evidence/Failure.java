package awsleuth.core.evidence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A failed call with the text that it was read from.
 *
 * @param call the call
 * @param captures what botocore's message template holds, by the template's own field names: {@code
 *     profile}, {@code endpoint_url}, {@code provider}, {@code error_msg}, {@code cred_var} …;
 *     {@code raised_by} where the exception is botocore's own
 * @param passages the texts that belong to the failure, its message first
 * @param frames the frames of its traceback, outermost first
 * @param count how many times the same failure was seen
 * @param last its last occurrence; where several artifacts tell it, that in the last of them
 */
public record Failure(
    FailedCall call,
    Map<String, String> captures,
    List<Passage> passages,
    List<Frame> frames,
    int count,
    Source last)
    implements Evidence {

  @Override
  public Source source() {
    return call.source();
  }

  /** The same failure, told so many lines further on. */
  public Failure moved(int lines) {
    return new Failure(
        call.moved(lines),
        captures,
        passages.stream().map(p -> p.moved(lines)).toList(),
        frames.stream().map(f -> f.moved(lines)).toList(),
        count,
        last.moved(lines));
  }

  /** The same failure, known to be of a call to a Region. */
  public Failure in(String region) {
    return new Failure(call.in(region), captures, passages, frames, count, last);
  }

  /** The same failure, seen so many times, the last time there. */
  public Failure seen(int times, Source lastSeen) {
    return new Failure(call, captures, passages, frames, times, lastSeen);
  }

  private static final int TELLING = 400;

  /**
   * What of a message makes two failures the same: its beginning, with every number, which may name
   * a request, a time or one of many objects, as one 0.
   */
  public static String alike(String message) {
    StringBuilder out = new StringBuilder();
    boolean number = false;
    for (int i = 0; i < Math.min(message.length(), TELLING); i++) {
      char c = message.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit || !number) {
        out.append(digit ? '0' : c);
      }
      number = digit;
    }
    return out.toString();
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

    private Passage moved(int lines) {
      return new Passage(kind, exception, text, source.moved(lines));
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
  public record Frame(String file, int line, String function, String code, Source source) {

    private static final Pattern LIBRARY =
        Pattern.compile(
            "(?:^|[/\\\\])(?:aioboto3|aiobotocore|awscli|boto3|botocore|s3transfer|urllib3)[/\\\\]");

    /** Whether it is of the SDK and of what it sends with, not of the program that uses it. */
    public boolean isOfSdk() {
      return LIBRARY.matcher(file).find();
    }

    private Frame moved(int lines) {
      return new Frame(file, line, function, code, source.moved(lines));
    }
  }
}
