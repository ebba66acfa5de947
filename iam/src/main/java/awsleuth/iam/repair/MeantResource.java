package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern that a statement's Resource may be meant to have, wider than the resource asked for.
 *
 * @param words what it is, with the pattern
 * @param pattern the pattern
 * @param surely whether the statement surely means it, so that it goes before the resource alone
 */
record MeantResource(String words, String pattern, boolean surely) {

  /** What comes after a log group in the ARN of a stream, whose name is new each time. */
  private static final String LOG_STREAM = ":log-stream:";

  private static final String S3 = ":s3:::";

  /** Those of a Resource that misses the one asked for; none where nothing tells. */
  static List<MeantResource> of(Mismatch.OfResource r) {
    List<MeantResource> meant = new ArrayList<>();
    SecretSuffix.of(r).ifPresent(meant::add);
    ProfiledModel.everywhere(r).ifPresent(meant::add);
    int stream = r.resource().indexOf(LOG_STREAM);
    if (stream > 0) {
      String all = r.resource().substring(0, stream) + ":*";
      meant.add(new MeantResource("the log group's streams `" + all + "`", all, false));
    }
    if (isOfBucketForObjects(r) || isOfLikeBucket(r)) {
      String objects = bucket(r.resource()) + "/*";
      meant.add(new MeantResource("the bucket's objects `" + objects + "`", objects, false));
    }
    return meant;
  }

  /** A bucket's ARN where its objects were meant: the commonest slip of all. */
  static boolean isOfBucketForObjects(Mismatch.OfResource r) {
    String bucket = r.nearest().value();
    return bucket.startsWith("arn:")
        && bucket.contains(S3)
        && r.resource().startsWith(bucket + "/");
  }

  /**
   * Whether it has all objects of a bucket whose name is nearly that of the one asked for, such as
   * last year's.
   */
  private static boolean isOfLikeBucket(Mismatch.OfResource r) {
    String pattern = r.nearest().value();
    String asked = bucket(r.resource());
    String named = bucket(pattern);
    return pattern.equals(named + "/*")
        && named.chars().noneMatch(c -> c == '*' || c == '?' || c == '$')
        && named.contains(S3)
        && r.resource().startsWith(asked + "/")
        && asked.contains(S3)
        && isLike(name(named), name(asked));
  }

  /** Whether two names begin alike, up to a few characters at their ends. */
  private static boolean isLike(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return 3 * common >= 2 * Math.max(one.length(), other.length());
  }

  private static String name(String bucket) {
    return bucket.substring(bucket.indexOf(S3) + S3.length());
  }

  /** What stands before the first slash. */
  private static String bucket(String arn) {
    int slash = arn.indexOf('/');
    return slash < 0 ? arn : arn.substring(0, slash);
  }
}
