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
  private static final String DEEPER_LABEL = "      ";
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
      if (!right.isEmpty()) {
        out.append(" ".repeat(Math.max(2, gap))).append(paintRight.apply(right));
      }
      out.append('\n');
      return;
    }
    int column = head.length();
    out.append(Paragraph.beside(paintedHead, column, text, screen.width(), paintText));
    if (right.isEmpty()) {
      return;
    }
    out.append(Paragraph.beside("", column, right, screen.width(), paintRight));
  }

  /** Text beside a label. */
  public void labelled(String indent, String label, String text) {
    out.append(
        Paragraph.beside(
            label(indent, label), COLUMN, Printable.oneLine(text), screen.width(), l -> l));
  }

  /** Text beside a label that belongs to the label above. */
  public void labelledDeeper(String label, String text) {
    String start = label(DEEPER_LABEL, label, DEEPER);
    out.append(Paragraph.beside(start, DEEPER, Printable.oneLine(text), screen.width(), l -> l));
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
    return label(indent, label, COLUMN);
  }

  private String label(String indent, String label, int column) {
    return indent
        + screen.dim(label)
        + " ".repeat(Math.max(1, column - indent.length() - label.length()));
  }

  /** Something to paste, below a label's text. */
  public void paste(String text) {
    for (String l : text.strip().split("\n", -1)) {
      out.append(" ".repeat(DEEPER)).append(l).append('\n');
    }
  }

  /** Sentences below a label's text. */
  public void prose(String text) {
    out.append(Paragraph.beside("", DEEPER, text.strip(), screen.width(), l -> l));
  }

  /** Names below a label's text; folded in a pipe too, where there may be a hundred. */
  public void list(List<String> names) {
    int width = screen.width() == 0 ? LIST_WIDTH : screen.width();
    int column = DEEPER;
    for (String name : names) {
      column = Paragraph.column(name + ",", column, width);
    }
    for (String l : Paragraph.fold(String.join(", ", names), width - column)) {
      out.append(" ".repeat(column)).append(l).append('\n');
    }
  }

  /** A sentence about the output, dimmed. */
  public void remark(String text) {
    out.append(Paragraph.beside("", 0, text, screen.width(), screen::dim));
  }

  /** A line as it is. */
  public void plain(String line) {
    out.append(line).append('\n');
  }

  /** Writes an empty line. */
  public void emptyLine() {
    out.append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
