package awsleuth.core.read;

import java.util.Map;

/** What may stand in the parentheses of {@code An error occurred (…)} and is no code of AWS's. */
final class OwnErrors {

  /**
   * What the {@code aws} command writes there since 2.34 for exceptions of botocore, and how their
   * messages begin.
   */
  private static final Map<String, String> OF_CLI =
      Map.of(
          "NoCredentials", ": Unable to locate credentials",
          "NoRegion", ": You must specify a region",
          "ParamValidation", ": Parameter validation failed:");

  private OwnErrors() {}

  /**
   * Whether what follows the parentheses is read by itself: another such sentence, before which
   * they hold a remark, as s3fs logs it, or the message of one of botocore's exceptions.
   */
  static boolean follow(String inside, String text, int after) {
    String own = OF_CLI.get(inside);
    return text.startsWith(": An error occurred (", after)
        || (own != null && text.startsWith(own, after));
  }
}
