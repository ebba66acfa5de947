package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.List;

/** Reads the lines of a parameter validation report (botocore/validate.py). */
final class Reports {

  private static final List<String> STARTS =
      List.of(
          "Missing required parameter",
          "Unknown parameter",
          "Invalid type for",
          "Invalid value for",
          "Invalid length for",
          "Invalid number of parameters",
          "Invalid parameter",
          "Invalid bucket name",
          "Must set one of",
          "Non ascii characters",
          "Received ");

  /** Starts that nothing but such a report has. */
  static final List<String> TELLING =
      List.of(
          "Unknown parameter in ",
          "Missing required parameter in ",
          "Invalid type for parameter ",
          "Invalid length for parameter ",
          "Invalid value for parameter ");

  private static final int MOST_LINES = 200;

  private Reports() {}

  /** Whether the line from a telling start on is one of a report. */
  static boolean isLine(String text, int at) {
    int end = text.indexOf('\n', at);
    String line = text.substring(at, Math.min(end < 0 ? text.length() : end, at + 400));
    return line.contains(": \"") || line.contains(", value: ");
  }

  /** Takes the report's lines as the message of a sighting. */
  static void read(Flat flat, Sighting s) {
    StringBuilder report = new StringBuilder();
    int index = flat.indexAt(s.position);
    int end = s.end;
    for (int i = index; i < flat.lines.size() && i - index < MOST_LINES; i++) {
      String line = flat.lines.get(i).text();
      int at = start(line);
      if (at >= 0) {
        report.append(report.isEmpty() ? "" : "\n").append(trim(line.substring(at)));
        end = flat.endOf(i);
      } else if (i > index && !report.isEmpty()) {
        break;
      } else if (i > index + 1) {
        break;
      }
    }
    if (!report.isEmpty()) {
      s.captures.put("report", report.toString());
      s.message = "Parameter validation failed:\n" + report;
      s.end = Math.max(s.end, end);
    }
  }

  private static String trim(String line) {
    String text = line.strip();
    return text.endsWith("',)") || text.endsWith("\",)")
        ? text.substring(0, text.length() - 3)
        : text;
  }

  private static int start(String line) {
    int best = -1;
    for (String s : STARTS) {
      int at = line.indexOf(s);
      best = at >= 0 && (best < 0 || at < best) ? at : best;
    }
    return best;
  }
}
