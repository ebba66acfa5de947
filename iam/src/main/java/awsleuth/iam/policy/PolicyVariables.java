package awsleuth.iam.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The policy variables that a text has: <code>${aws:username}</code> (IAM user guide, "IAM policy
 * elements: Variables and tags").
 */
public final class PolicyVariables {

  private static final String OPEN = "${";

  private PolicyVariables() {}

  /** What stands in the braces of each, without a default value; in their order. */
  public static List<String> of(String text) {
    List<String> found = new ArrayList<>();
    int open = text.indexOf(OPEN);
    int close = open < 0 ? -1 : text.indexOf('}', open);
    while (close >= 0) {
      found.add(text.substring(open + OPEN.length(), close).replaceFirst(",.*", "").strip());
      open = text.indexOf(OPEN, close);
      close = open < 0 ? -1 : text.indexOf('}', open);
    }
    return found;
  }

  /** Whether a text has one. */
  public static boolean isIn(String text) {
    int open = text.indexOf(OPEN);
    return open >= 0 && text.indexOf('}', open) >= 0;
  }

  /** Whether one begins and does not end, so that it is none. */
  public static boolean isUnclosed(String text) {
    int open = text.lastIndexOf(OPEN);
    return open >= 0 && text.indexOf('}', open) < 0;
  }
}
