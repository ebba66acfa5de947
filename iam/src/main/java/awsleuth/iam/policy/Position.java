package awsleuth.iam.policy;

/**
 * A place in a text.
 *
 * @param line 1 for the first line
 * @param column in characters, 1 for the first of the line
 * @param start offset of the first character in the text
 * @param end offset after the last character
 */
public record Position(int line, int column, int start, int end) {

  /** The beginning of a text, for what is missing from it as a whole. */
  public static final Position START = new Position(1, 1, 0, 0);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
