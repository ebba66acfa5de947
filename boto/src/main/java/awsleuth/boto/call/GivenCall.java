package awsleuth.boto.call;

import awsleuth.boto.python.PyValue.Dict;
import java.util.List;

/**
 * A call as it was written.
 *
 * @param service what names the service: the argument of {@code boto3.client}, a word of the
 *     command line, or the name of the variable; empty if nothing does
 * @param operation the operation as it is written; empty in JSON, which does not say it
 * @param params the parameters that could be read
 * @param unread those that could not
 */
public record GivenCall(String service, String operation, Dict params, List<Unread> unread) {

  /**
   * A parameter that is given, with a value that is not known.
   *
   * @param name the parameter; empty where even that is not known
   * @param line from 1
   * @param why such as {@code `name` is a variable}
   * @param written the expression as it stands in the program; empty where there is none
   */
  public record Unread(String name, int line, String why, String written) {}

  /** What a text was read as. */
  public sealed interface Reading {}

  /** A call. */
  public record Read(GivenCall call) implements Reading {}

  /**
   * Not a call.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Unreadable(int line, int column, String why) implements Reading {}
}
