package awsleuth.core.evidence;

import awsleuth.boto.call.GivenCall;

/**
 * The parameters that a call was made with.
 *
 * @param call what names service and operation, and the parameters; secrets are replaced
 * @param form how it is written
 * @param source its first line
 */
public record GivenParameters(GivenCall call, Form form, Source source) implements Evidence {

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
