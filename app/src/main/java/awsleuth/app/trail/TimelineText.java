package awsleuth.app.trail;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.trail.Event;
import awsleuth.trail.time.Onset;
import awsleuth.trail.time.Timeline;
import awsleuth.trail.time.Times;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Failures over time as text: a line of blocks for each group, and below it since when there are
 * more.
 */
final class TimelineText {

  private static final String INDENT = "    ";
  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final int USUAL = 80;

  private final Timeline timeline;
  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  private TimelineText(Timeline timeline, Screen screen) {
    this.timeline = timeline;
    this.screen = screen;
  }

  /** How many columns of blocks fit. */
  static int columns(Screen screen) {
    return (screen.width() == 0 ? USUAL : screen.width()) - INDENT.length() - 2;
  }

  static String render(Timeline timeline, Screen screen) {
    TimelineText text = new TimelineText(timeline, screen);
    if (timeline.rows().isEmpty()) {
      return none(timeline) + "\n";
    }
    timeline.rows().forEach(text::row);
    text.axis();
    return text.out.toString();
  }

  /** Why there is nothing to show. */
  static String none(Timeline timeline) {
    return timeline.undated() == 0
        ? "no call failed"
        : "no failure has a time; awsleuth trail failures tells of them";
  }

  /** How many calls failed. */
  static String failed(Times times) {
    return times.logged()
        ? Asking.count(times.failures(), "failure")
        : times.failures() + " of " + times.calls() + " calls failed";
  }

  private void row(Timeline.Row row) {
    String name = IncidentWords.headline(row.times().group());
    out.append(Paragraph.beside("", 0, Printable.line(name), screen.width(), screen::bold));
    text(
        screen::dim,
        String.format(
            Locale.ROOT,
            "%s: %s, at most %d in a column",
            row.times().group().id(),
            failed(row.times()),
            row.most()));
    StringBuilder line = new StringBuilder(INDENT);
    int from = row.onset().map(o -> timeline.columnOf(o.from())).orElse(Integer.MAX_VALUE);
    int to = row.onset().map(o -> timeline.columnOf(o.to() - 1)).orElse(-1);
    StringBuilder inside = new StringBuilder();
    for (int i = 0; i < row.calls().size(); i++) {
      char block = block(row.calls().get(i), row.failures().get(i), row.most());
      (i >= from && i <= to ? inside : line).append(block);
      if (i == to || i == row.calls().size() - 1) {
        line.append(inside.isEmpty() ? "" : screen.red(inside.toString()));
        inside.setLength(0);
      }
    }
    out.append(line.toString().stripTrailing()).append('\n');
    row.onset().ifPresent(o -> mark(o, from));
  }

  private static char block(int calls, int failures, int most) {
    if (failures == 0) {
      return calls == 0 ? ' ' : '·';
    }
    int last = BLOCKS.length() - 1;
    return BLOCKS.charAt(Math.min(last, (int) ((long) failures * last / Math.max(1, most))));
  }

  private void mark(Onset o, int column) {
    String words = "since " + Event.moment(o.from()) + ", " + shares(o);
    if (words.length() + 2 > columns(screen)) {
      out.append(INDENT).append(" ".repeat(column)).append(screen.red("▲")).append('\n');
      text(screen::red, words);
      return;
    }
    boolean right = column + words.length() + 2 <= columns(screen);
    int pad = right ? column : Math.max(0, column - words.length() - 1);
    out.append(INDENT)
        .append(" ".repeat(pad))
        .append(right ? screen.red("▲ " + words) : screen.red(words + " ▲"))
        .append('\n');
  }

  /** The shares that fail, or how many fail an hour. */
  static String shares(Onset o) {
    return o.times().logged()
        ? PerHour.words(o.perHourBefore())
            + " → "
            + PerHour.words(o.perHourWithin())
            + " failures an hour"
        : Share.words(o.shareBefore()) + " → " + Share.words(o.shareWithin());
  }

  private void axis() {
    int columns = timeline.rows().getFirst().calls().size();
    String first = Event.moment(timeline.first());
    String last = Event.moment(timeline.last());
    int gap = columns - first.length() - last.length();
    out.append(INDENT).append(screen.dim("─".repeat(columns))).append('\n');
    text(screen::dim, gap < 1 ? first + " to " + last : first + " ".repeat(gap) + last);
    text(
        screen::dim,
        "a column is "
            + length(timeline.column())
            + "; · calls, none failed"
            + (timeline.left() == 0 ? "" : "; " + timeline.left() + " more groups (--top)"));
  }

  private void text(UnaryOperator<String> paint, String text) {
    out.append(Paragraph.beside(INDENT, INDENT.length(), text, screen.width(), paint));
  }

  /** A length of time in its largest fitting unit. */
  static String length(long millis) {
    long seconds = Math.max(1, millis / 1000);
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200
            ? seconds / 60 + " min"
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }
}
