package awsleuth.app.lint;

import awsleuth.lint.Finding;
import java.util.List;

/**
 * A file that was looked at.
 *
 * @param path as it is shown
 * @param findings those that are left
 * @param suppressed how many comments suppress
 * @param fault why it could not be read, with its place; empty where it could
 * @param before its text; empty where it could not be read
 * @param after its text with the safe fixes; the same where there are none
 * @param fixed how many findings the safe fixes ended
 */
record LintedFile(
    String path,
    List<Finding> findings,
    int suppressed,
    String fault,
    String before,
    String after,
    int fixed) {

  static LintedFile unreadable(String path, String fault) {
    return new LintedFile(path, List.of(), 0, fault, "", "", 0);
  }
}
