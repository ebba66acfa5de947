package awsleuth.app.policy;

import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;

/** Whether a change of policies lets requests in. */
enum NewAccess {
  /** No request is newly allowed, and none is no longer denied. */
  NONE("yes", "no new access: no request is newly allowed or no longer denied"),
  /** Requests are newly allowed. */
  NEW("no", "new access: requests are newly allowed"),
  /** A denial is gone: whatever another policy allows goes through. */
  BY_OTHERS(
      "by_others",
      "new access where other policies allow it: requests are no longer denied explicitly"),
  /** Requests are newly allowed, or no longer denied, but all that were found AWS does not make. */
  NOT_MADE("not_made", "new access for no request that AWS makes was found, only for others"),
  /** None was found, and not everything is decided. */
  UNDECIDED("undecided", "undecided: no request was found that is let in, but not all is decided");

  private final String word;
  private final String words;

  NewAccess(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /** What {@code no_new_access} is in JSON. */
  String word() {
    return word;
  }

  /** A sentence that says so. */
  String words() {
    return words;
  }

  static NewAccess of(PolicyDiff.Report report) {
    if (has(report, Change.ALLOWED, true)) {
      return NEW;
    }
    if (has(report, Change.NO_LONGER_DENIED, true)) {
      return BY_OTHERS;
    }
    if (!report.undecided().isEmpty()) {
      return UNDECIDED;
    }
    boolean odd = has(report, Change.ALLOWED, false) || has(report, Change.NO_LONGER_DENIED, false);
    return odd ? NOT_MADE : NONE;
  }

  private static boolean has(PolicyDiff.Report report, Change change, boolean made) {
    return report.differences().stream()
        .anyMatch((Difference d) -> d.change() == change && d.odd().isEmpty() == made);
  }
}
