package awsleuth.app.terminal;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lines with a label at the left and text in one column beside it, folded to the screen. What is
 * meant to be pasted is never folded.
 */
public final class Layout {

  private static final int COLUMN = 13;
  private static final int DEEPER = COLUMN + 2;
  private static final String ERROR = "error  ";
  private static final int LIST_WIDTH = 100;

  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  /** Nothing written yet. */
  public Layout(Screen screen) {
    this.screen = screen;
  }

  /** The headline of a failed call, with its place at the right, or below where it is too long. */
  public void error(String headline, String place) {
    String line = Printable.oneLine(headline);
    headed(ERROR, screen.red("error") + "  ", line, screen::bold, place, screen::dim);
  }

  /** The summary of an outcome, with the cause's id at the right. */
  public void outcome(String word, String painted, String summary, String id) {
    String pad = " ".repeat(Math.max(1, COLUMN - 2 - word.length()));
    headed(
        "  " + word + pad,
        "  " + painted + pad,
        Printable.oneLine(summary),
        s -> s,
        id,
        screen::cyan);
  }

  private void headed(
      String head,
      String paintedHead,
      String text,
      UnaryOperator<String> paintText,
      String right,
      UnaryOperator<String> paintRight) {
    int gap = screen.width() - head.length() - text.length() - right.length();
    if (screen.width() == 0 || gap >= 2) {
      out.append(paintedHead).append(paintText.apply(text));
      out.append(" ".repeat(Math.max(2, gap))).append(paintRight.apply(right)).append('\n');
      return;
    }
    String start = paintedHead;
    for (String l : Paragraph.fold(text, width(head.length()))) {
      out.append(start).append(paintText.apply(l)).append('\n');
      start = " ".repeat(head.length());
    }
    for (String l : Paragraph.fold(right, width(head.length()))) {
      out.append(start).append(paintRight.apply(l)).append('\n');
    }
  }

  /** Text beside a label. */
  public void labelled(String indent, String label, String text) {
    String start = label(indent, label);
    for (String l : Paragraph.fold(Printable.oneLine(text), width(COLUMN))) {
      out.append(start).append(l).append('\n');
      start = " ".repeat(COLUMN);
    }
  }

  /** Something to paste beside a label. */
  public void labelledPaste(String indent, String label, String text) {
    String start = label(indent, label);
    for (String l : text.strip().split("\n", -1)) {
      out.append(start).append(l).append('\n');
      start = " ".repeat(COLUMN);
    }
  }

  private String label(String indent, String label) {
    return indent
        + screen.dim(label)
        + " ".repeat(Math.max(1, COLUMN - indent.length() - label.length()));
  }

  /** Something to paste, below a label's text. */
  public void paste(String text) {
    for (String l : text.strip().split("\n", -1)) {
      out.append(" ".repeat(DEEPER)).append(l).append('\n');
    }
  }

  /** Sentences below a label's text. */
  public void prose(String text) {
    for (String l : Paragraph.fold(text.strip(), width(DEEPER))) {
      out.append(" ".repeat(DEEPER)).append(l).append('\n');
    }
  }

  /** Names below a label's text; folded in a pipe too, where there may be a hundred. */
  public void list(List<String> names) {
    int width = screen.width() == 0 ? LIST_WIDTH - DEEPER : width(DEEPER);
    for (String l : Paragraph.fold(String.join(", ", names), width)) {
      out.append(" ".repeat(DEEPER)).append(l).append('\n');
    }
  }

  /** A line as it is. */
  public void plain(String line) {
    out.append(line).append('\n');
  }

  /** Writes an empty line. */
  public void emptyLine() {
    out.append('\n');
  }

  private int width(int taken) {
    return screen.width() == 0 ? 0 : screen.width() - taken;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
