package awsleuth.core;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Failures that differ only in the thing that their calls name, where the thing has no part in why:
 * credentials, a rate of calls or the service itself. They are one failure, counted.
 */
final class OfOneCause {

  private static final Set<String> WITHOUT_THING = Set.of("credentials", "throttling", "service");

  private OfOneCause() {}

  static List<FailureDiagnosis> merged(List<FailureDiagnosis> diagnosed) {
    if (diagnosed.size() < 2) {
      return List.copyOf(diagnosed);
    }
    Map<String, FailureDiagnosis> merged = new LinkedHashMap<>();
    for (FailureDiagnosis f : diagnosed) {
      String why = why(f);
      String key = why.isEmpty() ? "#" + merged.size() : f.failure().call().kind() + "|" + why;
      merged.merge(key, f, OfOneCause::together);
    }
    return List.copyOf(merged.values());
  }

  /** The confirmed cause and its words; empty where there is none or the thing has a part in it. */
  private static String why(FailureDiagnosis f) {
    if (f.verdicts().isEmpty()) {
      return "";
    }
    String id = f.verdicts().getFirst().id();
    return f.verdicts().getFirst().outcome() instanceof Outcome.Confirmed(var finding)
            && WITHOUT_THING.contains(id.substring(0, id.indexOf('/')))
        ? id + "|" + finding.summary()
        : "";
  }

  private static FailureDiagnosis together(FailureDiagnosis a, FailureDiagnosis b) {
    return new FailureDiagnosis(
        Failures.together(a.failure(), b.failure()), a.verdicts(), a.conflicts(), a.seen());
  }
}
