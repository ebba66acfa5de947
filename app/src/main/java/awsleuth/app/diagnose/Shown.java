package awsleuth.app.diagnose;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which failed calls are shown where there are many: of each kind one before a second of any. */
final class Shown {

  /** So many are shown. */
  static final int MOST = 20;

  private Shown() {}

  /** Those that are shown of failed calls, in their order. */
  static List<FailureDiagnosis> of(List<FailureDiagnosis> failures, boolean all) {
    if (all || failures.size() <= MOST) {
      return failures;
    }
    Set<Integer> places = new TreeSet<>();
    Set<List<String>> kinds = new HashSet<>();
    for (int i = 0; i < failures.size() && places.size() < MOST; i++) {
      if (kinds.add(kind(failures.get(i)))) {
        places.add(i);
      }
    }
    for (int i = 0; places.size() < MOST; i++) {
      places.add(i);
    }
    return places.stream().map(failures::get).toList();
  }

  /** What is called, how it failed, and why. */
  private static List<String> kind(FailureDiagnosis f) {
    String cause =
        f.verdicts().stream().filter(Verdict::claims).findFirst().map(Verdict::id).orElse("");
    return List.of(Words.headline(f.failure()), cause);
  }
}
