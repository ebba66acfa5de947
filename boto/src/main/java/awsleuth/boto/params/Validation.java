package awsleuth.boto.params;

import awsleuth.boto.Raised;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What botocore's validator says of parameters.
 *
 * @param errors in its order, the first ten thousand; where an error of Python's comes out, those
 *     found before
 * @param leak the error of Python's that came out of the validator; empty for nearly all
 */
public record Validation(List<ParamError> errors, Optional<Raised> leak) {

  /** Whether botocore would go on. */
  public boolean ok() {
    return errors.isEmpty() && leak.isEmpty();
  }

  /** The text of the report, one line for each error; empty if there is none. */
  public String report() {
    return errors.stream().map(ParamError::text).collect(Collectors.joining("\n"));
  }
}
