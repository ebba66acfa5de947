package awsleuth.app.report;

import awsleuth.app.diagnose.Words;
import awsleuth.app.report.IncidentRecord.Row;
import awsleuth.core.timeline.Moment;
import awsleuth.core.timeline.Moment.Topic;
import awsleuth.core.timeline.Timeline;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a timeline. */
final class Rows {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS'Z'", Locale.ROOT);

  private Rows() {}

  /** Those with an instant, numbered from 1. */
  static List<Row> dated(Timeline timeline) {
    List<Row> rows = new ArrayList<>();
    for (Moment m : timeline.dated()) {
      Instant at = m.at().orElseThrow();
      rows.add(row(String.valueOf(rows.size() + 1), utc(at), written(m), m));
    }
    return rows;
  }

  /** Those without one, each with what is sure of its place in whatever zone. */
  static List<Row> undated(Timeline timeline) {
    List<Row> rows = new ArrayList<>();
    for (Moment m : timeline.undated()) {
      String when = m.time().written().isEmpty() ? "no time" : m.time().written();
      rows.add(row("", when, place(timeline, m), m));
    }
    return rows;
  }

  private static String place(Timeline timeline, Moment m) {
    int after = timeline.surelyAfter(m);
    int before = timeline.surelyBefore(m);
    String zoneless = m.time().clock().isPresent() ? "no zone" : "no date";
    if (after == 0 && before == 0) {
      return m.time().written().isEmpty() ? "" : zoneless;
    }
    return zoneless
        + "; in any zone"
        + (after == 0 ? "" : " after row " + after)
        + (after > 0 && before > 0 ? " and" : "")
        + (before == 0 ? "" : " before row " + before);
  }

  private static Row row(String number, String when, String written, Moment m) {
    return new Row(
        number,
        when,
        written,
        kind(m.topic()),
        m.words(),
        m.topic() == Topic.LOG,
        Words.source(m.source()));
  }

  private static String kind(Topic topic) {
    return switch (topic) {
      case FAILURE -> "failure";
      case LOG -> "log";
      case EVENT -> "event";
      case CHANGE -> "change";
      case EXPIRY -> "expiry";
      case WATCHED -> "call";
    };
  }

  private static String utc(Instant at) {
    boolean whole = at.truncatedTo(ChronoUnit.SECONDS).equals(at);
    return (whole ? SECONDS : MILLIS).format(at.atOffset(ZoneOffset.UTC));
  }

  /** How the time is written, where that is not UTC already. */
  private static String written(Moment m) {
    boolean utc = m.time().offset().filter(ZoneOffset.UTC::equals).isPresent();
    return switch (m.zone()) {
      case WRITTEN -> utc ? "" : "written `" + m.time().written() + "`";
      case GIVEN -> "written `" + m.time().written() + "`, zone given";
      case MATCHED -> "written `" + m.time().written() + "`, zone by request id";
      case UNKNOWN -> "written `" + m.time().written() + "`";
    };
  }
}
