package awsleuth.core.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the time that a line of text begins with, in the forms that logs have. */
final class TimeReader {

  /** Characters of a line that are looked at. */
  private static final int LOOKED_AT = 300;

  /** A time that begins later in the line is one that the line speaks of. */
  private static final int LATEST_START = 60;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  private static final String CLOCK =
      "(?<h>\\d{2}):(?<m>\\d{2}):(?<s>\\d{2})(?:[.,](?<f>\\d{1,9}))?";
  private static final String ZONE =
      "(?<zone>Z\\b| ?(?:UTC|GMT)\\b| ?[+-]\\d{2}:?\\d{2}(?!\\d)|[+-]\\d{2}(?!\\d))?";

  /** ISO 8601 with its relatives, Apache's form, RFC 1123. */
  private static final List<Pattern> FULL =
      List.of(
          Pattern.compile(
              "(?<!\\d)(?<y>\\d{4})[-/](?<mo>\\d{2})[-/](?<d>\\d{2})(?:T|,? )" + CLOCK + ZONE),
          Pattern.compile(
              "(?<!\\d)(?<y>\\d{4})(?<mo>\\d{2})(?<d>\\d{2})T"
                  + "(?<h>\\d{2})(?<m>\\d{2})(?<s>\\d{2})(?<f>)(?<zone>Z)\\b"),
          Pattern.compile("(?<!\\d)(?<d>\\d{2})/" + MONTH + "/(?<y>\\d{4}):" + CLOCK + ZONE),
          Pattern.compile("(?<!\\d)(?<d>\\d{1,2}) " + MONTH + " (?<y>\\d{4}) " + CLOCK + ZONE));

  /** Milliseconds or seconds since 1970, as members of JSON. */
  private static final Pattern EPOCH =
      Pattern.compile(
          "\"(?:@?timestamp|time|ts|eventTime|epoch)\": ?\"?(?<n>\\d{10})(?:(?<ms>\\d{3})(?!\\d)"
              + "|\\.(?<f>\\d{1,9}))?(?!\\d)");

  /** syslog's form, which has no year. */
  private static final Pattern YEARLESS =
      Pattern.compile("^\\W{0,4}" + MONTH + " {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}");

  private static final Pattern TIME_OF_DAY = Pattern.compile("^\\W{0,4}(?<t>" + CLOCK + ")");

  private TimeReader() {}

  /** The time that a line begins with; empty where it has none that is its own. */
  static Optional<WrittenTime> of(String line) {
    String head = line.length() > LOOKED_AT ? line.substring(0, LOOKED_AT) : line;
    return full(head)
        .or(() -> epoch(head))
        .or(() -> part(YEARLESS, head, 0))
        .or(() -> part(TIME_OF_DAY, head, "t"));
  }

  private static Optional<WrittenTime> full(String head) {
    boolean json = head.stripLeading().startsWith("{");
    for (Pattern form : FULL) {
      Matcher m = form.matcher(head);
      if (m.find() && (json || m.start() <= LATEST_START)) {
        return clock(form, m).map(c -> new WrittenTime(m.group().strip(), Optional.of(c), zone(m)));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDateTime> clock(Pattern form, Matcher m) {
    boolean named = form.namedGroups().containsKey("month");
    int month = named ? MONTHS.indexOf(m.group("month")) + 1 : number(m, "mo");
    try {
      return Optional.of(
          LocalDateTime.of(
              number(m, "y"),
              month,
              number(m, "d"),
              number(m, "h"),
              number(m, "m"),
              number(m, "s"),
              nanos(m.group("f"))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneOffset> zone(Matcher m) {
    String zone = m.group("zone") == null ? "" : m.group("zone").strip();
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    if (!zone.startsWith("+") && !zone.startsWith("-")) {
      return Optional.of(ZoneOffset.UTC);
    }
    try {
      return Optional.of(ZoneOffset.of(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<WrittenTime> epoch(String head) {
    Matcher m = EPOCH.matcher(head);
    if (!m.find()) {
      return Optional.empty();
    }
    String fraction = m.group("ms") == null ? m.group("f") : m.group("ms");
    Instant at = Instant.ofEpochSecond(Long.parseLong(m.group("n")), nanos(fraction));
    String written = m.group().substring(m.group().lastIndexOf(':') + 1);
    return Optional.of(
        new WrittenTime(
            written.replace("\"", "").strip(),
            Optional.of(LocalDateTime.ofInstant(at, ZoneOffset.UTC)),
            Optional.of(ZoneOffset.UTC)));
  }

  private static Optional<WrittenTime> part(Pattern form, String head, Object group) {
    Matcher m = form.matcher(head);
    if (!m.find()) {
      return Optional.empty();
    }
    String written = group instanceof String name ? m.group(name) : m.group();
    return Optional.of(new WrittenTime(written.strip(), Optional.empty(), Optional.empty()));
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static int nanos(@org.jspecify.annotations.Nullable String fraction) {
    return fraction == null || fraction.isEmpty()
        ? 0
        : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }
}
