package awsleuth.app.test;

/** What comes of writing a test. */
sealed interface Generated {

  /** The text of a file. */
  record File(String text) implements Generated {}

  /**
   * The kind cannot test this diagnosis.
   *
   * @param why in words, without the name of the kind
   */
  record NotPossible(String why) implements Generated {}
}
