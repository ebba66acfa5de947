package awsleuth.aws;

/**
 * A Region that botocore's {@code partitions.json} or {@code endpoints.json} lists.
 *
 * @param name such as {@code eu-central-1}
 * @param partition such as {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 */
public record Region(String name, String partition) {}
