package awsleuth.app.trail;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.incident.Cause;
import awsleuth.trail.incident.Incident;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.Others;
import awsleuth.trail.incident.Suspect;
import awsleuth.trail.time.Group;
import awsleuth.trail.time.Onset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words in which all views tell of an incident. */
final class IncidentWords {

  private static final int MOST_STATEMENT = 400;

  private IncidentWords() {}

  /** {@code s3 ListObjects: AccessDenied for role/billing}. */
  static String headline(Group group) {
    String who = shortName(group.calls().principal());
    return group.operation()
        + ": "
        + group.code()
        + " for "
        + (who.isEmpty() ? "an unknown caller" : who);
  }

  /** An ARN from behind its account on; anything else as it is. */
  static String shortName(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn") ? parts[5] : arn;
  }

  /** Since when, and how much more. */
  static String since(Incident incident) {
    String first =
        incident
            .first()
            .map(Event::time)
            .or(() -> incident.target().onset().map(Onset::from))
            .map(time -> "first failure " + Event.moment(time))
            .orElse("");
    String rise = incident.target().onset().map(IncidentWords::rise).orElse("");
    return String.join("; ", List.of(first, rise).stream().filter(s -> !s.isEmpty()).toList());
  }

  private static String rise(Onset o) {
    String until = o.lasting() ? "" : "; until " + Event.moment(o.to());
    return o.times().logged()
        ? String.format(
            Locale.ROOT,
            "%d failures, %s an hour, before %s an hour%s",
            o.failedWithin(),
            PerHour.words(o.perHourWithin()),
            PerHour.words(o.perHourBefore()),
            until)
        : String.format(
            Locale.ROOT,
            "%s of %d calls failed, before %s of %d%s",
            Share.words(o.shareWithin()),
            o.within(),
            Share.words(o.shareBefore()),
            o.before(),
            until);
  }

  /** What the cause is, in a sentence; empty where none is certain. */
  static String cause(Incident incident) {
    return switch (incident.cause()) {
      case Cause.Changed c -> change(c.suspect().change());
      case Cause.Propagation p ->
          "IAM had not caught up with "
              + change(p.change())
              + "; refused at "
              + Event.moment(p.refused().time())
              + ", the same call succeeded at "
              + Event.moment(p.success().time())
              + " without another change";
      case Cause.Storm s -> storm(s);
      case Cause.Unknown _ -> "";
    };
  }

  private static String storm(Cause.Storm s) {
    String who = "`" + shortName(s.principal()) + "`" + (s.isItself() ? " itself" : "");
    String with = s.agent().isEmpty() ? "" : ", calling with `" + s.agent() + "`,";
    String calls =
        " %s the rate: %d calls of %s while %s throttled (%d in as long before), up to %d in a second"
            .formatted(
                s.isCertain() ? "used up" : "may have used up",
                s.calls(),
                (s.isOfSameOperation() ? "the operation" : s.operation()) + on(s),
                s.isItself() ? "it was" : "others were",
                s.callsBefore(),
                s.busiest());
    String own = "; the throttled caller made " + s.own();
    return who + with + calls + (s.isItself() ? "" : own);
  }

  private static String on(Cause.Storm s) {
    return s.resource().isEmpty() ? "" : " on `" + s.resource() + "`";
  }

  /** The page that explains why calls are throttled. */
  static String page(Cause.Storm s) {
    return s.first().service().equals("s3") ? "throttling/s3-slow-down" : "throttling/api-rate";
  }

  /** What would tell whether a cause that may be it is; empty where it is certain. */
  static String missing(Incident incident) {
    return incident.cause() instanceof Cause.Storm s && !s.isCertain() ? missing(s) : "";
  }

  private static String missing(Cause.Storm s) {
    if (!s.isOfSameOperation()) {
      return "whether "
          + s.operation()
          + " and "
          + s.first().name()
          + " share a rate: the service's documentation of its limits";
    }
    if (s.isSteady()) {
      return "whether the rate is so low that few calls a second use it up: the service's"
          + " documentation of its limits";
    }
    return switch (s.first().service()) {
      case "s3" -> "whether these calls are to the prefix that is over its rate: S3 does not say";
      case "lambda" ->
          "whether it is a rate: Lambda says so too where too many run at the same time; the Reason"
              + " that comes with the error tells";
      default ->
          "whose rate the operation has, of the account or of what is called: the service's"
              + " documentation of its limits";
    };
  }

  /**
   * {@code PutRolePolicy of 2026-11-18T15:42:07Z by role/deploy: identity-based policy `data` of
   * role `billing`}.
   */
  static String change(Change c) {
    return c.event().name()
        + " of "
        + Event.moment(c.event().time())
        + " by "
        + shortName(c.event().principal())
        + through(c.event())
        + (c.event().isFailed() ? " (refused: " + c.event().code() + ")" : "")
        + ": "
        + what(c);
  }

  /** The service that called on the actor's behalf, as CloudFormation does; empty for none. */
  private static String through(Event event) {
    boolean service =
        event.address().endsWith(".amazonaws.com") && !event.address().equals(event.principal());
    return service ? " through " + event.address() : "";
  }

  /** What was changed, and what it is set to now. */
  static String what(Change c) {
    return c.what() + (c.status().isEmpty() ? "" : ", now " + c.status());
  }

  /** {@code CHANGED `List`: before {…}; after {…}} in two lines at the most. */
  static List<String> statement(StatementChange s) {
    return switch (s.how()) {
      case ADDED -> List.of("+ " + s.name() + " " + cut(s.after()));
      case REMOVED -> List.of("- " + s.name() + " " + cut(s.before()));
      case CHANGED ->
          List.of("- " + s.name() + " " + cut(s.before()), "+ " + s.name() + " " + cut(s.after()));
    };
  }

  private static String cut(String text) {
    return text.length() > MOST_STATEMENT ? text.substring(0, MOST_STATEMENT) + " …" : text;
  }

  /** What became of the other changes; empty where there were none. */
  static String others(Incident incident) {
    Others others = incident.others();
    List<String> words = new ArrayList<>();
    count(words, others.possible(), "more that may be why");
    count(words, others.undecided(), "more that were not looked at");
    count(words, others.ruledOut(), "of what the call needs, ruled out");
    count(words, others.remote(), "that nothing shows to refuse it");
    count(words, incident.unrelated(), "of other things");
    return String.join(", ", words);
  }

  private static void count(List<String> words, long number, String what) {
    if (number > 0) {
      words.add(number + " " + what);
    }
  }

  /** Where a change and its event are found. */
  static String place(Suspect s) {
    return s.change().source() + ", event " + s.change().event().eventId();
  }

  private static String none(Investigation.Report report) {
    return report.moment().isPresent()
        ? "no incident"
        : "no incident: no failures became more than chance explains";
  }

  /** What stands at the end of a report. */
  static String summary(Investigation.Report report) {
    int n = report.incidents().size();
    String found = n == 0 ? none(report) : n + (n == 1 ? " incident" : " incidents");
    return found
        + "; looked into "
        + report.targets()
        + (report.targets() == 1 ? " group" : " groups")
        + " of failures"
        + report.moment().map(m -> " within an hour of " + Event.moment(m)).orElse("")
        + " and "
        + report.changes()
        + " changes, "
        + report.window() / 3_600_000
        + " h before each"
        + (report.longest() > report.window()
            ? ", up to " + (report.longest() + 3_599_999) / 3_600_000 + " h to the last success"
            : "")
        + (report.changesDropped() == 0
            ? ""
            : "; " + report.changesDropped() + " older changes were not kept")
        + (report.targetsLeft() == 0
            ? ""
            : "; " + report.targetsLeft() + " more groups were not looked into")
        + (report.recurring() == 0
            ? ""
            : "; " + report.recurring() + " that fail again and again were left out")
        + (report.always() == 0
            ? ""
            : "; "
                + report.always()
                + (report.always() == 1 ? " group" : " groups")
                + " failed from the first calls on, or after few calls, so that no onset is known:"
                + " `trail failures` shows them, --group looks into one")
        + (report.undated() == 0
            ? ""
            : "; " + report.undated() + " failures without a time were left out")
        + (report.repeatedShare() == 0
            ? ""
            : "; about "
                + Share.words(report.repeatedShare())
                + " of the events stand there twice or more, and count as often as they stand")
        + (report.over() ? "; there are more callers or codes than are kept apart" : "");
  }
}
