package awsleuth.core.secret;

/**
 * Where ARNs stand in a text. What follows a colon within one is a resource's name and no secret,
 * though the colon stands behind {@code secret} or {@code token}: {@code
 * arn:aws:secretsmanager:eu-west-1:111122223333:secret:billing/invoices-a1B2c3}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Format of
 *     ARNs</a>
 */
final class ArnText {

  private static final String SCHEME = "arn:";
  private static final int LONGEST = 2048;
  private static final int LONGEST_FIELD = 64;

  /** Partition, service, Region and account. */
  private static final int FIELDS = 4;

  private ArnText() {}

  /**
   * Where the ARN ends whose first colon stands at a place; the place itself where none does. A
   * colon that the ARN would end with belongs to what comes after it.
   */
  static int end(String text, int colon) {
    int start = colon - SCHEME.length() + 1;
    if (!text.startsWith(SCHEME, start)
        || (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)))) {
      return colon;
    }
    int resource = resource(text, colon + 1);
    if (resource < 0) {
      return colon;
    }
    int end = resource;
    while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    while (end > resource && text.charAt(end - 1) == ':') {
      end--;
    }
    return end > resource ? end : colon;
  }

  /** Where the resource begins behind the fields before it; -1 where they are none of an ARN. */
  private static int resource(String text, int from) {
    int start = from;
    for (int field = 0; field < FIELDS; field++) {
      int end = start;
      int least = field < 2 ? 1 : 0;
      while (end < text.length() && end - start < LONGEST_FIELD && isField(text.charAt(end))) {
        end++;
      }
      if (end - start < least || end >= text.length() || text.charAt(end) != ':') {
        return -1;
      }
      start = end + 1;
    }
    return start;
  }

  /** Letters, digits and hyphens; wildcards and a mask where a policy or a writer has them. */
  private static boolean isField(char c) {
    return Character.isLetterOrDigit(c) || "-*?<>_".indexOf(c) >= 0;
  }

  private static boolean isPart(char c) {
    return c > ' ' && "\"'`\\,;()[]{}<>|=&".indexOf(c) < 0;
  }
}
