package awsleuth.app.trail;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.trail.ask.GroupCause;
import awsleuth.trail.incident.Cause;
import awsleuth.trail.incident.Incident;
import java.util.Optional;

/** What the first failed call of an incident tells by itself, where no change explains it. */
final class WithoutChange {

  /** What is said of the changes. */
  private static final String NONE = "no change in the archive explains it";

  /** Likewise, where not all were looked at that may be why. */
  private static final String NONE_SEEN = "no change that was looked at explains it";

  private final GroupCause causes = new GroupCause(new Diagnoser(AwsCatalog.embedded()));

  /** Whether neither a cause nor a change that may be one is known. */
  static boolean is(Incident incident) {
    return incident.cause() instanceof Cause.Unknown && incident.suspects().isEmpty();
  }

  /** What is said of the changes of an incident that none explains. */
  static String none(Incident incident) {
    return incident.others().areAll() ? NONE : NONE_SEEN;
  }

  /** The cause of the call, in one line; empty where none is known. */
  String words(Incident incident) {
    return incident
        .first()
        .flatMap(e -> GroupCause.first(causes.diagnosis(e)))
        .flatMap(WithoutChange::words)
        .orElse("");
  }

  private static Optional<String> words(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Confirmed c -> Optional.of(words("confirmed", c.finding(), verdict.id()));
      case Outcome.Possible p -> Optional.of(words("possible", p.finding(), verdict.id()));
      case Outcome.RuledOut _, Outcome.Crashed _ -> Optional.empty();
    };
  }

  private static String words(String certainty, Finding finding, String id) {
    return certainty + ": " + finding.summary() + " (" + id + ")";
  }
}
