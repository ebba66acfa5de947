package awsleuth.boto.endpoint;

/**
 * The value of a parameter of the rules.
 *
 * @param name such as {@code Region}
 * @param value a text, a truth value or a list of texts; of a call with wrong types anything
 * @param source who set it
 */
public record RuleInput(String name, Object value, Source source) {

  /** Who sets a parameter of the rules. */
  public sealed interface Source {}

  /** The model of the operation, to the same in every call. */
  public record Operation() implements Source {}

  /** A parameter of the call, or what a path finds in them. */
  public record Parameter(String path) implements Source {}

  /**
   * The configuration of the client.
   *
   * @param name botocore's, such as {@code use_arn_region}
   * @param origin where it was set
   */
  public record Configuration(String name, awsleuth.boto.config.Origin origin) implements Source {}

  /** botocore, from the settings. */
  public record BuiltIn(String name, awsleuth.boto.config.Origin origin) implements Source {}
}
