package awsleuth.app.input;

import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A diagnosis that {@code --format json} wrote. It is JSON alone: what looks like one of the values
 * that JSON cannot carry stays what it is.
 */
final class DiagnosisFile {

  /** How one begins, as it is written or with its members sorted. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\s{0,9}\\{\\s{0,9}(?:\"version\"\\s{0,9}:\\s{0,9}\\d{1,9}\\s{0,9},\\s{0,9}\"catalog\""
              + "|\"catalog\"\\s{0,9}:\\s{0,9}\"[^\"]{0,200}\"\\s{0,9},\\s{0,9}\"failures\")\\s{0,9}:");

  /** In a text the quotation marks would be behind backslashes. */
  private static final Pattern STEPS = Pattern.compile("(?<!\\\\)\"steps\"\\s{0,9}:\\s{0,9}\\[");

  private static final int HEAD = 400;

  private DiagnosisFile() {}

  /**
   * Whether a text begins as a diagnosis does: what awsleuth made of evidence is none itself, and
   * the policies in its proofs are of a change that may never be made. What {@code doctor} wrote is
   * evidence: its steps are.
   */
  static boolean begins(byte[] head) {
    String text = Decoding.text(Arrays.copyOf(head, Math.min(head.length, HEAD)));
    return BEGINNING.matcher(text).lookingAt() && !STEPS.matcher(Decoding.text(head)).find();
  }

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
