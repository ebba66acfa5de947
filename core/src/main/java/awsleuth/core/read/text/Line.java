package awsleuth.core.read.text;

/**
 * A line as the readers see it: unescaped, without terminal sequences, decoration and secrets.
 *
 * @param number the line of the artifact that it comes from; several lines can come from one
 * @param text the cleaned text
 */
public record Line(int number, String text) {

  /** The number of leading spaces and tabs. */
  int indent() {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /** Whether nothing but white space is in it. */
  public boolean isBlank() {
    return text.isBlank();
  }
}
