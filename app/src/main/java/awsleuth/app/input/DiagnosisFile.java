package awsleuth.app.input;

import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;
import java.util.Optional;

/**
 * A diagnosis that {@code --format json} wrote. It is JSON alone: what looks like one of the values
 * that JSON cannot carry stays what it is.
 */
final class DiagnosisFile {

  private DiagnosisFile() {}

  /** The document; empty where the text is no diagnosis. */
  static Optional<PyValue.Dict> in(String text) {
    try {
      return text.stripLeading().startsWith("{")
              && PythonJson.read(text) instanceof PyValue.Dict document
              && document.get("failures") instanceof PyValue.PyList
          ? Optional.of(document)
          : Optional.empty();
    } catch (NoJson e) {
      return Optional.empty();
    }
  }

  /**
   * The document.
   *
   * @param name of the file; {@code -} for standard input
   * @throws InputException if the text is no diagnosis
   */
  static PyValue.Dict read(String name, String text) throws InputException {
    boolean piped = name.equals("-");
    return in(text)
        .orElseThrow(() ->
            new InputException(
                (piped ? "standard input" : name)
                    + ": is no diagnosis; make one with `awsleuth --format json FILE… >"
                    + " diagnosis.json`"));
  }
}
