package awsleuth.app.trail;

import awsleuth.trail.Event;
import awsleuth.trail.Intake;
import awsleuth.trail.ask.CallPlace;
import awsleuth.trail.ask.Coarseness;
import awsleuth.trail.ask.FailureGroup;
import awsleuth.trail.ask.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer in words that text and Markdown share. */
final class FailuresWords {

  /** Where a group's messages differ. */
  static final String OF_THE_FIRST = "the messages differ: this is of the first";

  private FailuresWords() {}

  /** What was read and what it came to, one line each. */
  static List<String> totals(FailuresAnswer answer) {
    Intake intake = answer.intake();
    String groups =
        answer.groups() > answer.shown().size()
            ? ", in " + Asking.count(answer.groups(), "group") + "; the largest are shown (--top)"
            : "";
    String read =
        Asking.count(intake.events(), "event")
            + " in "
            + Asking.count(intake.files(), "file")
            + (intake.eventless() > 0
                ? " (" + Asking.count(intake.eventless(), "file") + " without any)"
                : "")
            + (intake.passed() > 0 ? ", " + Asking.passed(intake.passed()) + " passed over" : "");
    String none =
        intake.events() > 0 && intake.kept() == 0 ? "; the options keep none of them" : "";
    String failed =
        String.format(
            Locale.ROOT,
            "%s of %,d failed%s",
            Asking.count(answer.failed(), "call"),
            intake.kept() - answer.repeated(),
            groups);
    List<String> lines = new ArrayList<>(List.of(failed, "read: " + read + none));
    lines.addAll(repeated(answer));
    if (answer.together() != Coarseness.NOTHING) {
      lines.add(
          "too many groups to tell apart: brought together are " + answer.together().together());
    }
    return lines;
  }

  private static List<String> repeated(FailuresAnswer answer) {
    if (answer.repeated() > 0) {
      String tell = answer.repeated() == 1 ? " tells of a call" : " tell of calls";
      return List.of(
          Asking.count(answer.repeated(), "event")
              + tell
              + " told already and "
              + (answer.repeated() == 1 ? "is" : "are")
              + " not counted");
    }
    return answer.repeatedShare() > 0
        ? List.of(
            "about "
                + Share.words(answer.repeatedShare())
                + " of the events tell of calls told already and are counted: there are more than"
                + String.format(Locale.ROOT, " %,d", Failures.MOST_ONCE))
        : List.of();
  }

  /** How many failed, of how many, how often. */
  static String count(FailureGroup g) {
    StringBuilder out = new StringBuilder(Asking.count(g.count(), "call"));
    g.share()
        .ifPresent(share ->
            out.append(
                String.format(
                    Locale.ROOT,
                    ", %s of the %,d%s",
                    Share.words(share),
                    g.calls().getAsLong(),
                    g.principal().isEmpty() ? "" : " by this principal")));
    g.perHour().ifPresent(rate -> out.append(", ").append(PerHour.words(rate)).append(" an hour"));
    return out.toString();
  }

  /** From when to when; empty where unknown. */
  static String when(FailureGroup g) {
    if (g.first().isEmpty() || g.last().isEmpty()) {
      return "";
    }
    String first = Event.moment(g.first().getAsLong());
    String last = Event.moment(g.last().getAsLong());
    return first.equals(last) ? first : first + " to " + last;
  }

  /** Ids to look at: of requests, else of events, else places. */
  static List<String> samples(FailureGroup g) {
    return g.samples().stream().map(FailuresWords::sample).distinct().toList();
  }

  /** Whether the samples are ids rather than places. */
  static boolean areIds(FailureGroup g) {
    return g.samples().stream().noneMatch(s -> s.requestId().isEmpty() && s.eventId().isEmpty());
  }

  private static String sample(CallPlace s) {
    return s.requestId().isEmpty() ? s.eventId().isEmpty() ? s.file() : s.eventId() : s.requestId();
  }
}
