package awsleuth.boto.credentials;

/** The world outside botocore. */
public interface Outside {

  /**
   * What is at a path.
   *
   * @param path whole, variables and {@code ~} expanded; it may be relative or empty
   */
  Content file(String path);

  /** The answer to a question; {@link Answer.None} where it is not asked. */
  Answer ask(Ask ask);
}
