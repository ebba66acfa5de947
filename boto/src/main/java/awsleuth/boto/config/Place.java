package awsleuth.boto.config;

/**
 * A place in a file.
 *
 * @param file the path as the user would write it, such as {@code ~/.aws/config}
 * @param line the first is 1
 * @param column in characters, the first is 1
 */
public record Place(String file, int line, int column) {

  /** As compilers cite it: {@code ~/.aws/config:3:1}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
