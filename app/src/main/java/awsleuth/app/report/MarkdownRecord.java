package awsleuth.app.report;

import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.app.report.IncidentRecord.Part;
import awsleuth.app.report.IncidentRecord.Row;
import awsleuth.app.report.IncidentRecord.Section;
import awsleuth.app.terminal.Backticks;
import java.util.List;
import java.util.regex.Pattern;

/** The record as Markdown of the kind that forges show; no text of the evidence makes markup. */
final class MarkdownRecord {

  private static final String MARKUP = "\\`*_[]|~<>&@$";
  private static final String AT_START = "#+-=>0123456789";

  private final StringBuilder out = new StringBuilder();

  private MarkdownRecord() {}

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._#?=%:-]{1,300}");

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /** The whole, ending with a line break. */
  static String of(IncidentRecord record) {
    MarkdownRecord markdown = new MarkdownRecord();
    markdown.line("# " + text(record.title()));
    record.sections().forEach(markdown::section);
    return markdown.out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void section(Section section) {
    line("\n## " + text(section.title()));
    for (Part part : section.parts()) {
      line("");
      switch (part) {
        case Part.Lines(List<Line> lines) -> lines.forEach(this::sentence);
        case Part.Times(String when, List<Row> rows) -> times(when, rows);
        case Part.Code(String code) -> line(Backticks.block(code));
      }
    }
  }

  private void sentence(Line l) {
    String label = l.label().isEmpty() ? "" : "**" + text(l.label()) + "** ";
    line("- " + label + begun(text(l.text()), label) + source(l.source()));
  }

  /** A sentence that Markdown does not take for a heading or another list. */
  private static String begun(String text, String before) {
    boolean marks = before.isEmpty() && !text.isEmpty() && AT_START.indexOf(text.charAt(0)) >= 0;
    return !marks ? text : Character.isDigit(text.charAt(0)) ? "\u200b" + text : "\\" + text;
  }

  private static String source(String source) {
    return source.isEmpty() ? "" : " (" + cited(source) + ")";
  }

  private static String cited(String source) {
    return source.startsWith(HtmlRecord.PAGES) && PLAIN.matcher(source).matches()
        ? "<" + source + ">"
        : Backticks.span(source);
  }

  private void times(String when, List<Row> rows) {
    line("| # | " + text(when) + " | What | Source |");
    line("|---|---|---|---|");
    for (Row r : rows) {
      String written = r.written().isEmpty() ? "" : " (" + cell(text(r.written())) + ")";
      String what = cell(r.isQuoted() ? Backticks.span(r.what()) : text(r.what()));
      line(
          "| "
              + r.number()
              + " | "
              + cell(text(r.when()))
              + " | "
              + r.kind()
              + ": "
              + what
              + written
              + " | "
              + cell(cited(r.source()))
              + " |");
    }
  }

  /** A table takes a bar for the cell's end unless it is escaped, in a code span too. */
  private static String cell(String markdown) {
    return BAR.matcher(markdown).replaceAll("\\\\|");
  }

  private static String text(String text) {
    StringBuilder out = new StringBuilder();
    for (Inline i : Inline.of(text)) {
      out.append(i.isCode() ? Backticks.span(i.text()) : escaped(i.text()));
    }
    return out.toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r', '\t' -> out.append(' ');
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '@' -> out.append("&#64;");
        case '_' -> out.append(isWithinWord(text, i) ? "_" : "\\_");
        default -> out.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  /** An underscore between letters or digits marks nothing, and a link is not to be broken. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
