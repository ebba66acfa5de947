package awsleuth.boto.call;

import java.util.List;

/**
 * What a command of the AWS CLI has besides parameters, so that a corrected one keeps it.
 *
 * @param command whether the call was such a command; then its bytes are written as they were
 * @param options global options, those of paging and the CLI's own, each as it was written
 * @param outfile the file that an answer's stream is written to; empty where none is named
 */
public record CliRest(boolean command, List<String> options, String outfile) {

  /** Of a call that is no command. */
  public static final CliRest NONE = new CliRest(false, List.of(), "");
}
