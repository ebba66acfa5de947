package awsleuth.boto.call;

import awsleuth.boto.python.PyValue;
import java.util.List;
import java.util.Map;

/**
 * What a command of the AWS CLI has besides parameters, so that a corrected one keeps it.
 *
 * @param command whether the call was such a command; then its bytes are written as they were
 * @param before what stands before {@code aws}, with a space behind it: variables that are set for
 *     the command; else empty
 * @param waiting {@code wait} and the waiter, in the place of the operation; else empty
 * @param options global options, those of paging and the CLI's own, each as it was written
 * @param outfile the file that an answer's stream is written to; empty where none is named
 * @param said how the values of parameters were written, by the parameters' names
 * @param order the parameters, and options of the others with a space before them, as they came
 * @param lines whether the command goes over several lines
 */
public record CliRest(
    boolean command,
    String before,
    String waiting,
    List<String> options,
    String outfile,
    Map<String, Said> said,
    List<String> order,
    boolean lines) {

  /** Of a call that is no command. */
  public static final CliRest NONE =
      new CliRest(false, "", "", List.of(), "", Map.of(), List.of(), false);

  /**
   * A value as it was written.
   *
   * @param written the words of its option, quoted as a shell needs them
   * @param shorthand whether it is no JSON
   */
  public record Said(PyValue value, String written, boolean shorthand) {}
}
