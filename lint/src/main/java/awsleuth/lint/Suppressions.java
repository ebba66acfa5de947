package awsleuth.lint;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that suppress findings: {@code # awsleuth: ignore[lint/silent-except]}, with several ids
 * or none, on the first or the last line of what the finding is about.
 */
final class Suppressions {

  private static final Pattern FORM =
      Pattern.compile("#\\s{0,9}awsleuth:\\s{0,9}ignore(?:\\[([^\\]]{0,400})\\])?");

  private final Map<Integer, String> comments;

  /**
   * Of a file.
   *
   * @param comments by line, from 0
   */
  Suppressions(Map<Integer, String> comments) {
    this.comments = comments;
  }

  boolean cover(Finding finding) {
    return covers(finding.place().line(), finding.id())
        || covers(finding.place().endLine(), finding.id());
  }

  private boolean covers(int line, String id) {
    Matcher m = FORM.matcher(comments.getOrDefault(line - 1, ""));
    if (!m.find()) {
      return false;
    }
    String ids = m.group(1);
    return ids == null
        || Arrays.stream(ids.split(","))
            .map(String::strip)
            .anyMatch(i -> i.equals(id) || ("lint/" + i).equals(id));
  }
}
