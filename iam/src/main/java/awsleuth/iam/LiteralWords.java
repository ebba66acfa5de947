package awsleuth.iam;

import awsleuth.iam.policy.PolicyVariables;

/** Says where what looks like a policy variable is none. */
final class LiteralWords {

  private LiteralWords() {}

  /**
   * Empty where a text has no such thing; else a clause that begins with what it is about.
   *
   * @param variables whether the policy's Version has policy variables
   */
  static String of(String written, boolean variables) {
    if (PolicyVariables.isUnclosed(written)) {
      String piece = written.substring(written.lastIndexOf("${"));
      return "`" + piece + "` has no closing brace, so it is literal text and no policy variable";
    }
    return variables || !PolicyVariables.isIn(written)
        ? ""
        : "`${"
            + PolicyVariables.of(written).getFirst()
            + "}` is literal text, as the policy's Version is not `2012-10-17`, which alone has"
            + " policy variables";
  }
}
