package awsleuth.core.read;

import awsleuth.core.read.FoldedSentence.Joint;
import awsleuth.core.read.FoldedSentence.Reading;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;

/** Joins what follows a folded sentence as long as the lines are as full as those it was on. */
final class FoldedEnd {

  private static final int MOST_LINES = 30;

  private final Flat flat;
  private final int width;
  private final boolean hard;

  private FoldedEnd(Flat flat, int width, boolean hard) {
    this.flat = flat;
    this.width = width;
    this.hard = hard;
  }

  static List<Joint> read(Flat flat, Reading reading) {
    int width = 0;
    boolean hard = false;
    for (Joint j : reading.joints()) {
      String line = flat.lines.get(j.line()).text();
      String next = flat.lines.get(j.line() + 1).text();
      width = Math.max(width, line.length());
      hard |=
          j.glue().isEmpty()
              && Character.isLetterOrDigit(line.charAt(line.length() - 1))
              && Character.isLetterOrDigit(next.charAt(j.from()));
    }
    return new FoldedEnd(flat, width, hard).joints(flat.indexAt(reading.end()));
  }

  private List<Joint> joints(int from) {
    List<Joint> joints = new ArrayList<>();
    for (int i = from; i + 1 < flat.lines.size() && i - from < MOST_LINES; i++) {
      String line = flat.lines.get(i).text();
      String next = flat.lines.get(i + 1).text();
      int lead = Leads.length(line, next);
      String rest = next.substring(lead);
      if (rest.isEmpty() || !isFull(line, next, lead) || begins(rest)) {
        break;
      }
      joints.add(new Joint(i, hard && line.length() == width ? "" : " ", lead));
    }
    return joints;
  }

  private boolean isFull(String line, String next, int lead) {
    if (hard) {
      return line.length() == width || line.length() == width - 1;
    }
    int end = next.indexOf(' ', lead);
    int word = (end < 0 ? next.length() : end) - lead;
    return line.length() + 1 + word > width && !line.endsWith(".");
  }

  private static boolean begins(String rest) {
    return Tracebacks.isPartOf(rest) || Messages.startsRecord(rest);
  }
}
