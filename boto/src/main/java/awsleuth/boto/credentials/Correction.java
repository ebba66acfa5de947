package awsleuth.boto.credentials;

/** How a line of a file is put right, where that is certain. */
public sealed interface Correction {

  /** Another name of the setting. */
  record Rename(String from, String to) implements Correction {}

  /**
   * Another header of the section.
   *
   * @param header without its brackets
   */
  record Header(String header) implements Correction {}

  /** The quotes around the value go. */
  record Unquote() implements Correction {}

  /** The comment behind the value goes. */
  record Uncomment() implements Correction {}

  /** The spaces before the line below go. */
  record Dedent() implements Correction {}
}
