package awsleuth.core.evidence;

/**
 * Where something was seen: an artifact and a line of it.
 *
 * @param artifact the artifact's name as the user gave it: a file path, {@code -} for standard
 *     input, or the reader's name ({@code traceback}, {@code env}) where there is no file
 * @param line the line, counted from 1; 0 where the artifact has no lines to count
 */
public record Source(String artifact, int line) implements Comparable<Source> {

  /** The place so many lines further on. */
  public Source moved(int lines) {
    return new Source(artifact, line + lines);
  }

  /** Orders by artifact name, then line. */
  @Override
  public int compareTo(Source other) {
    int byName = artifact.compareTo(other.artifact);
    return byName != 0 ? byName : Integer.compare(line, other.line);
  }

  /** {@code artifact:line}, or the artifact alone where there is no line. */
  @Override
  public String toString() {
    return line == 0 ? artifact : artifact + ":" + line;
  }
}
