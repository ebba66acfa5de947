package awsleuth.app.policy;

import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;
import java.util.List;

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
  /** Of those whom a policy names, some are no longer kept out by what limits them. */
  PAST_LIMITS(
      "past_limits",
      "new access where a permissions boundary or a session policy kept requests out"),
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
    List<Difference> found =
        report.differences().stream()
            .filter(d -> d.change() == Change.ALLOWED || d.change() == Change.NO_LONGER_DENIED)
            .toList();
    List<Difference> made = found.stream().filter(d -> d.odd().isEmpty()).toList();
    if (made.stream().anyMatch(d -> d.change() == Change.ALLOWED && !d.isPastLimits())) {
      return NEW;
    }
    if (made.stream().anyMatch(d -> d.change() == Change.NO_LONGER_DENIED)) {
      return BY_OTHERS;
    }
    if (!made.isEmpty()) {
      return PAST_LIMITS;
    }
    if (!report.undecided().isEmpty()) {
      return UNDECIDED;
    }
    return found.isEmpty() ? NONE : NOT_MADE;
  }
}
