package awsleuth.iam;

import awsleuth.iam.match.ElementTest;
import awsleuth.iam.match.Glob;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import java.util.Locale;

/** Finds the pattern that comes nearest to a text, and where the two part. */
final class Parting {

  private Parting() {}

  static Mismatch ofAction(Elements actions, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    Located nearest = new Located("", actions.at());
    int best = -1;
    for (Located pattern : actions.values()) {
      String text = pattern.value().toLowerCase(Locale.ROOT);
      int agrees =
          actions.negated() && Glob.of(text).matches(lower)
              ? Integer.MAX_VALUE
              : agreement(text, lower);
      if (agrees > best) {
        best = agrees;
        nearest = pattern;
      }
    }
    return new Mismatch.OfAction(actions, nearest, action);
  }

  static Mismatch ofResource(Rule rule, KeyTable keys, View view, Truth covers) {
    Elements resources = rule.statement().resources();
    String resource = view.request().resource();
    Located nearest = new Located("", resources.at());
    String resolved = "";
    int best = -1;
    int ending = -1;
    for (Located pattern : resources.values()) {
      String text = ElementTest.resolved(pattern, rule.policy(), keys, view);
      Truth matches = ElementTest.resource(pattern, rule.policy(), keys).cover(resource, view);
      boolean decides = matches == (resources.negated() ? Truth.TRUE : covers);
      int agrees =
          decides && matches != Truth.FALSE ? Integer.MAX_VALUE : agreement(text, resource);
      int ends = ArnPart.ending(text, resource);
      if (agrees > best || (agrees == best && ends > ending)) {
        best = agrees;
        ending = ends;
        nearest = pattern;
        resolved = text;
      }
    }
    return new Mismatch.OfResource(
        resources,
        nearest,
        resolved,
        resource,
        ArnPart.of(resolved, resource),
        rule.policy().version2012(),
        covers);
  }

  /** How many characters of a text the literal beginning of a pattern agrees with. */
  static int agreement(String pattern, String text) {
    int length = Math.min(pattern.length(), text.length());
    for (int i = 0; i < length; i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        return afterStar(pattern, i, text);
      }
      if (c != '?' && c != text.charAt(i)) {
        return i;
      }
    }
    return length;
  }

  /** A star agrees with everything, as far as what follows it is found again. */
  private static int afterStar(String pattern, int star, String text) {
    int end = star + 1;
    while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
      end++;
    }
    String run = pattern.substring(star + 1, end);
    return run.isEmpty() || text.indexOf(run, star) >= 0 ? text.length() : star;
  }
}
