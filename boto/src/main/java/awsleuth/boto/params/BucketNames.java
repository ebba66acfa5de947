package awsleuth.boto.params;

import java.util.regex.Pattern;

/**
 * The names of buckets that botocore lets pass. Its {@code $} stands before a newline at the end
 * too.
 */
final class BucketNames {

  private static final String NAME = "^[a-zA-Z0-9.\\-_]{1,255}$";
  private static final String ARN =
      "^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:]"
          + "[a-zA-Z0-9\\-.]{1,63}$|^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:]"
          + "[a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$";
  private static final Pattern VALID_NAME = Pattern.compile(NAME, Pattern.UNIX_LINES);
  private static final Pattern VALID_ARN = Pattern.compile(ARN, Pattern.UNIX_LINES);

  /** The longest ARN that is looked at; S3 has none that comes near. */
  private static final int LONGEST = 4096;

  private BucketNames() {}

  static boolean valid(String bucket) {
    return VALID_NAME.matcher(bucket).find() || accessPoint(bucket);
  }

  /** Whether it is the ARN of an access point. */
  static boolean accessPoint(String bucket) {
    return bucket.length() <= LONGEST && VALID_ARN.matcher(bucket).find();
  }

  static String refusal(String bucket) {
    return "Invalid bucket name \"%s\": Bucket name must match the regex \"%s\" or be an ARN matching the regex \"%s\""
        .formatted(bucket, NAME, ARN);
  }
}
