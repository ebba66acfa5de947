package awsleuth.boto.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * An ARN as botocore takes it apart.
 *
 * @param resource all after the fifth colon
 */
record Arn(String partition, String service, String region, String account, String resource) {

  /** The whole. */
  String text() {
    return String.join(":", "arn", partition, service, region, account, resource);
  }

  /** Its parts; null if the text has not five colons or does not begin with {@code arn:}. */
  static @Nullable Arn parse(String text) {
    String[] parts = text.split(":", 6);
    return text.startsWith("arn:") && parts.length == 6
        ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5])
        : null;
  }
}
