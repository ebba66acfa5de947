package awsleuth.app.trail;

import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.trail.ask.FailureGroup;
import java.util.Optional;

/**
 * Failed calls that belong together, and why the first of them failed.
 *
 * @param cause confirmed or possible; empty where no cause explains it
 */
record ExplainedGroup(FailureGroup group, Optional<Verdict> cause) {

  /** {@code confirmed}, {@code possible} or {@code unknown}. */
  String certainty() {
    return cause
        .map(v -> v.outcome() instanceof Outcome.Confirmed ? "confirmed" : "possible")
        .orElse("unknown");
  }

  private static final String SILENT = "the event has no message";

  /** What the cause says, in one line; the message of the call where there is none. */
  String summary() {
    return cause
        .map(v ->
            switch (v.outcome()) {
              case Outcome.Confirmed c -> summary(c.finding());
              case Outcome.Possible p -> summary(p.finding());
              case Outcome.RuledOut r -> r.reason();
              case Outcome.Crashed c -> c.error();
            })
        .orElse(group.event().message().isEmpty() ? SILENT : group.event().message());
  }

  private static String summary(Finding finding) {
    return finding.summary();
  }

  /** The cause's id; empty where there is none. */
  String id() {
    return cause.map(Verdict::id).orElse("");
  }

  /** What failed: code, operation and service, as far as they are told apart. */
  String headline() {
    FailureGroup g = group;
    String service = g.source().isEmpty() ? "" : " of " + g.event().service();
    String code = g.code().isEmpty() ? "all failures" : g.code();
    return g.operation().isEmpty()
        ? code + (service.isEmpty() ? "" : " in calls" + service)
        : code + " calling " + g.operation() + service;
  }
}
