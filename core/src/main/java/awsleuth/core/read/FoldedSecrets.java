package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** Replaces what secrets leave on the lines after their first: key bodies, folded tokens. */
final class FoldedSecrets {

  private static final int LONGEST_KEY = 400;
  private static final int SHORTEST_REST = 20;

  private FoldedSecrets() {}

  static List<Line> mask(List<Line> lines) {
    List<Line> out = new ArrayList<>(lines.size());
    int inKey = 0;
    boolean folded = false;
    for (Line line : lines) {
      String text = line.text();
      boolean ends = text.contains("-----END");
      boolean hidden = (inKey > 0 && !ends) || (folded && isRest(text.strip()));
      out.add(hidden ? new Line(line.number(), Secrets.MASK) : line);
      inKey = ends ? 0 : inKey > 0 ? inKey - 1 : 0;
      if (text.contains("PRIVATE KEY") || (text.endsWith(Secrets.MASK) && text.contains("BEGIN"))) {
        inKey = ends ? 0 : LONGEST_KEY;
      }
      folded = hidden ? folded : text.endsWith(Secrets.MASK);
    }
    return out;
  }

  /** Whether a line is nothing but the rest of a token. */
  private static boolean isRest(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "+/=_-.\"',\\".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() >= SHORTEST_REST;
  }
}
