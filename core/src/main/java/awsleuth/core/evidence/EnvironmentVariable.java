package awsleuth.core.evidence;

/**
 * An environment variable that was set where the call was made.
 *
 * @param name the variable's name, in the case it was written in
 * @param value the value, empty where it is set to nothing; a secret is only a fingerprint ({@code
 *     AKIA…MPLE}, {@code (secret, 40 characters)})
 * @param shape what the value looks like, told before a secret was dropped
 * @param source where it was seen
 */
public record EnvironmentVariable(String name, String value, Shape shape, Source source)
    implements Evidence {

  /** What a value looks like; tells of a secret what may be told. */
  public enum Shape {
    /** Nothing peculiar. */
    PLAIN,
    /** Set, but to nothing. */
    EMPTY,
    /** Begins or ends with white space. */
    PADDED,
    /** Wrapped in quotes that are part of the value. */
    QUOTED,
    /** Holds white space, a control character or a line break within. */
    BROKEN
  }
}
