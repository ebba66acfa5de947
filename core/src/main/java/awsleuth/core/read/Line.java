package awsleuth.core.read;

/**
 * A line as the readers see it: unescaped, without terminal sequences, decoration and secrets.
 *
 * @param number the line of the artifact that it comes from; several lines can come from one
 * @param text the cleaned text
 */
record Line(int number, String text) {

  /** The number of leading spaces and tabs. */
  int indent() {
    int i = 0;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
