package awsleuth.aws;

/**
 * A Region.
 *
 * @param name its name, such as {@code eu-central-1}
 * @param partition its partition, such as {@code aws}, {@code aws-cn}, {@code aws-us-gov}
 */
public record Region(String name, String partition) {}
