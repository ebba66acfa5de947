package awsleuth.iam.diff;

/** What a search for a value comes to. */
sealed interface Answer<T> {

  /** There is one, and this is it. */
  record Found<T>(T value) implements Answer<T> {}

  /** There surely is none. */
  record None<T>() implements Answer<T> {}

  /**
   * It is not known whether there is one.
   *
   * @param why in words, without a period
   */
  record Open<T>(String why) implements Answer<T> {}

  /** Whether there surely is none. */
  default boolean isNone() {
    return this instanceof None<T>;
  }
}
