package awsleuth.app.retries;

import awsleuth.boto.retry.load.LoadResult;
import awsleuth.boto.retry.load.LoadResult.Second;
import java.util.List;
import java.util.Locale;

/** A load second by second: requests that went through, and those that were refused. */
final class LoadPlot {

  private static final int HEIGHT = 8;
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private static final int BAR = 12;
  private static final int TALL = 160;
  private static final int MARGIN = 48;

  private LoadPlot() {}

  /** Columns of blocks, one a second: refused requests above those that went through. */
  static String text(LoadResult result, int width) {
    List<Second> seconds = merged(result.seconds(), Math.max(10, width));
    int most = most(seconds);
    StringBuilder plot = new StringBuilder();
    for (int row = HEIGHT; row > 0; row--) {
      plot.append(row == HEIGHT ? String.format(Locale.ROOT, "%6d ", most) : "       ");
      for (Second s : seconds) {
        double served = (double) s.served() * HEIGHT / most;
        double all = (double) (s.served() + s.refused()) * HEIGHT / most;
        plot.append(block(row, served, all));
      }
      plot.append('\n');
    }
    return plot.append("     0 ").append("─".repeat(seconds.size())).append('\n').toString();
  }

  private static char block(int row, double served, double all) {
    if (served >= row - 0.5) {
      return '█';
    }
    double part = all - (row - 1);
    return part >= 0.5 ? '░' : EIGHTHS.charAt(0);
  }

  /** Seconds that have no column of their own are added up to one. */
  private static List<Second> merged(List<Second> seconds, int columns) {
    int each = (seconds.size() + columns - 1) / columns;
    if (each <= 1) {
      return seconds;
    }
    return java.util.stream.IntStream.range(0, (seconds.size() + each - 1) / each)
        .mapToObj(i -> seconds.subList(i * each, Math.min(seconds.size(), (i + 1) * each)))
        .map(LoadPlot::sum)
        .toList();
  }

  private static Second sum(List<Second> seconds) {
    return new Second(
        seconds.stream().mapToInt(Second::served).sum(),
        seconds.stream().mapToInt(Second::refused).sum(),
        seconds.stream().mapToInt(Second::failedCalls).sum());
  }

  private static int most(List<Second> seconds) {
    return Math.max(1, seconds.stream().mapToInt(s -> s.served() + s.refused()).max().orElse(1));
  }

  /** The same as an SVG picture. */
  static String svg(LoadResult result) {
    List<Second> seconds = result.seconds();
    int most = most(seconds);
    int width = MARGIN + seconds.size() * BAR + 16;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"11\">%n",
            width,
            TALL + 64,
            width));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    svg.append(
        "<text x=\"8\" y=\"16\">requests a second: <tspan fill=\"#2b6cb0\">went through"
            + "</tspan>, <tspan fill=\"#c05621\">refused</tspan></text>\n");
    svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"34\">%d</text>%n", most));
    for (int i = 0; i < seconds.size(); i++) {
      int x = MARGIN + i * BAR;
      double served = (double) seconds.get(i).served() * TALL / most;
      double refused = (double) seconds.get(i).refused() * TALL / most;
      svg.append(bar(x, 28 + TALL - served, served, "#2b6cb0"));
      svg.append(bar(x, 28 + TALL - served - refused, refused, "#c05621"));
      if (i % 5 == 0) {
        svg.append(
            String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%d s</text>%n", x, TALL + 46, i));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(int x, double y, double height, String fill) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>%n",
        x,
        y,
        BAR - 2,
        height,
        fill);
  }
}
