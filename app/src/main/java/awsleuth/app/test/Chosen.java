package awsleuth.app.test;

import awsleuth.app.input.InputException;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Optional;

/** The failed call of a diagnosis, and its cause, that are tested. */
record Chosen(ToldFailure call, ToldCause cause) {

  /**
   * The first cause of the first failed call that has one.
   *
   * @param wanted the id of another cause; empty for the first
   * @throws InputException where the diagnosis has none
   */
  static Chosen of(String name, List<ToldFailure> calls, String wanted) throws InputException {
    for (ToldFailure call : calls) {
      for (ToldCause cause : call.causes()) {
        if (wanted.isEmpty() || wanted.equals(cause.id())) {
          return new Chosen(call, cause);
        }
      }
    }
    throw new InputException(
        Printable.line(name)
            + (wanted.isEmpty()
                ? ": has no failed call with a cause"
                : ": has no cause " + Printable.line(wanted)));
  }

  Subject subject(AwsCatalog catalog, boolean after, Optional<String> target) {
    return Subject.of(call, cause, catalog, after, target);
  }
}
