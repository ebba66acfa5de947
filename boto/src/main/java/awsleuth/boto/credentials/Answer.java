package awsleuth.boto.credentials;

import java.util.Map;

/** What comes back for an {@link Ask}. */
public sealed interface Answer {

  /** It was not asked. */
  record None() implements Answer {}

  /**
   * A response over HTTP.
   *
   * @param status such as 200
   * @param headers by name in small letters
   * @param text the body, as UTF-8
   */
  record Response(int status, Map<String, String> headers, String text) implements Answer {}

  /** Nobody listens there. */
  record Refused() implements Answer {}

  /** The connection was closed before a response came. */
  record Closed() implements Answer {}

  /**
   * A program ran.
   *
   * @param code its exit code
   * @param output what it wrote on standard output
   * @param errors what it wrote on standard error
   */
  record Ended(int code, String output, String errors) implements Answer {}

  /** There is no such program. */
  record NoProgram() implements Answer {}
}
