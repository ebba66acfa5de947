package awsleuth.app.simulate;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.iam.Decision;

/** The lines of a decision: a label, and a text that is folded beside it. */
record SimulationLines(Screen screen, StringBuilder out) {

  static final int LABEL = 13;

  void line(String indent, String label, String text) {
    String head = indent + label;
    String pad = " ".repeat(Math.max(1, LABEL - head.length()));
    boolean first = true;
    int width = screen.width() == 0 ? 0 : screen.width() - LABEL;
    for (String l : Paragraph.fold(Printable.oneLine(text), width)) {
      out.append(first ? indent + screen.dim(label) + pad : " ".repeat(LABEL))
          .append(l)
          .append('\n');
      first = false;
    }
  }

  /** A decision in its colour. */
  String painted(Decision decision) {
    return switch (SimulationWords.result(decision)) {
      case ALLOWED -> screen.green("allowed");
      case IMPLICIT_DENY, EXPLICIT_DENY -> screen.red("denied");
      case UNKNOWN -> screen.yellow("unknown");
    };
  }
}
