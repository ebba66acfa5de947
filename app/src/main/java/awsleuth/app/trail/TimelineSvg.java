package awsleuth.app.trail;

import awsleuth.app.terminal.Printable;
import awsleuth.trail.Event;
import awsleuth.trail.time.Onset;
import awsleuth.trail.time.Timeline;
import java.util.Locale;

/** Failures over time as a picture: SVG by itself, or inside one page of HTML. No script. */
final class TimelineSvg {

  private static final int WIDTH = 960;
  private static final int LEFT = 12;
  private static final int PLOT = WIDTH - 2 * LEFT;
  private static final int HIGH = 40;
  private static final int ROW = 78;
  private static final int TOP = 16;

  /** What it is painted with, on a light and on a dark screen. */
  private static final String STYLE =
      """
      <style>
      .page { fill: #fff; } .text { fill: #1b1f24; } .dim { fill: #555; } .base { stroke: #999; }
      .bar { fill: #8a94a3; } .rise { fill: #b3261e; } .mark { stroke: #b3261e; }
      @media (prefers-color-scheme: dark) {
      .page { fill: #14171a; } .text { fill: #e6e8eb; } .dim { fill: #a5adb8; } .base { stroke: #666; }
      .bar { fill: #6f7a89; } .rise { fill: #ff8a80; } .mark { stroke: #ff8a80; }
      }
      </style>
      """;

  private final Timeline timeline;
  private final StringBuilder out = new StringBuilder();

  private TimelineSvg(Timeline timeline) {
    this.timeline = timeline;
  }

  static String svg(Timeline timeline) {
    TimelineSvg view = new TimelineSvg(timeline);
    view.picture();
    return view.out.toString();
  }

  static String html(Timeline timeline) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Failures over time</title>
    <style>:root { color-scheme: light dark; } body { margin: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; } svg { max-width: 100%%; height: auto; }</style>
    </head>
    <body>
    <h1>Failures over time</h1>
    %s</body>
    </html>
    """
        .formatted(svg(timeline));
  }

  private void picture() {
    int height = TOP + timeline.rows().size() * ROW + 44;
    put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\""
            + " aria-label=\"Failures over time\" font-family=\"sans-serif\" font-size=\"12\">%n",
        WIDTH, height, WIDTH);
    out.append(STYLE);
    put("<rect width=\"100%%\" height=\"100%%\" class=\"page\"/>%n");
    for (int i = 0; i < timeline.rows().size(); i++) {
      row(timeline.rows().get(i), TOP + i * ROW);
    }
    int y = TOP + timeline.rows().size() * ROW + 14;
    if (timeline.rows().isEmpty()) {
      put(
          "<text x=\"%d\" y=\"%d\" class=\"text\">%s</text>%n",
          LEFT, y, TimelineText.none(timeline));
    } else {
      put(
          "<text x=\"%d\" y=\"%d\" class=\"dim\">%s</text>%n",
          LEFT, y, Event.moment(timeline.first()));
      put(
          "<text x=\"%d\" y=\"%d\" class=\"dim\" text-anchor=\"end\">%s</text>%n",
          WIDTH - LEFT, y, Event.moment(timeline.last()));
    }
    put("</svg>%n");
  }

  private void row(Timeline.Row row, int top) {
    put(
        "<text x=\"%d\" y=\"%d\" class=\"text\" font-weight=\"bold\">%s</text>%n",
        LEFT, top + 12, escaped(IncidentWords.headline(row.times().group())));
    put(
        "<text x=\"%d\" y=\"%d\" class=\"dim\" text-anchor=\"end\">%s</text>%n",
        WIDTH - LEFT, top + 12, TimelineText.failed(row.times()));
    int base = top + 18 + HIGH;
    put("<path d=\"M%d %dH%d\" class=\"base\"/>%n", LEFT, base, WIDTH - LEFT);
    int from = row.onset().map(o -> timeline.columnOf(o.from())).orElse(Integer.MAX_VALUE);
    int to = row.onset().map(o -> timeline.columnOf(o.to() - 1)).orElse(-1);
    double width = (double) PLOT / row.calls().size();
    for (int i = 0; i < row.failures().size(); i++) {
      if (row.failures().get(i) > 0) {
        double high =
            Math.max(1.0, (double) HIGH * row.failures().get(i) / Math.max(1, row.most()));
        put(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>%n",
            LEFT + i * width,
            base - high,
            Math.max(0.5, width - 0.6),
            high,
            i >= from && i <= to ? "rise" : "bar");
      }
    }
    row.onset().ifPresent(o -> onset(o, LEFT + from * width, base));
  }

  private void onset(Onset o, double x, int base) {
    put(
        "<path d=\"M%.1f %dV%d\" class=\"mark\" stroke-dasharray=\"3 2\"/>%n",
        x, base - HIGH, base + 14);
    boolean right = x < WIDTH / 2.0;
    put(
        "<text x=\"%.1f\" y=\"%d\" class=\"rise\" text-anchor=\"%s\">since %s, %s</text>%n",
        right ? x + 4 : x - 4,
        base + 14,
        right ? "start" : "end",
        Event.moment(o.from()),
        TimelineText.shares(o));
  }

  @SuppressWarnings("AnnotateFormatMethod") // The annotation is of a library that is not used.
  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return Printable.line(text)
        .replace('\ufffe', ' ')
        .replace('\uffff', ' ')
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
