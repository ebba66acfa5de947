package awsleuth.lint;

/**
 * A habit at a place of a file.
 *
 * @param id the habit's, such as {@code lint/silent-except}
 * @param level how bad it is
 * @param place where
 * @param text what is wrong, in one line
 * @param fix what ends it
 */
public record Finding(String id, Level level, Place place, String text, Fix fix) {

  /**
   * A place in a file; lines and columns are from 1, columns in characters as Java counts them.
   *
   * @param endColumn behind the end
   */
  public record Place(int line, int column, int endLine, int endColumn) {}
}
