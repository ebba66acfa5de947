package awsleuth.core.evidence;

import awsleuth.boto.call.GivenCall;

/**
 * The parameters that a call was made with.
 *
 * @param call what names service and operation, and the parameters; secrets are replaced
 * @param form how it is written
 * @param source its first line
 * @param ofProgram whether it is one line of a program or script that came with the failure, and
 *     not told to be the call that failed
 */
public record GivenParameters(GivenCall call, Form form, Source source, boolean ofProgram)
    implements Evidence {

  /** Parameters of the call that failed. */
  public GivenParameters(GivenCall call, Form form, Source source) {
    this(call, form, source, false);
  }

  /** How a call is written. */
  public enum Form {
    /** A JSON object of parameters, which names no operation. */
    JSON,
    /** A call in Python. */
    PYTHON,
    /** A command of the AWS CLI. */
    CLI
  }
}
