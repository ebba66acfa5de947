package awsleuth.app.trail;

import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Printable;

/** Untrusted text in Markdown: without secrets, and without marks of its own. */
final class Marked {

  private Marked() {}

  /** Text. */
  static String text(String text) {
    return Markdown.text(Printable.line(text));
  }

  /** Code; empty where there is none. */
  static String code(String text) {
    String line = Printable.line(text);
    return line.isEmpty() ? "" : Backticks.span(line);
  }

  /** What is marked already, in a cell of a table. */
  static String cell(String marked) {
    return Markdown.cell(marked);
  }
}
