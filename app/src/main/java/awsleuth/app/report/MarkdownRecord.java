package awsleuth.app.report;

import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.app.report.IncidentRecord.Part;
import awsleuth.app.report.IncidentRecord.Row;
import awsleuth.app.report.IncidentRecord.Section;
import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Markdown;
import java.util.List;
import java.util.regex.Pattern;

/** The record as Markdown of the kind that forges show; no text of the evidence makes markup. */
final class MarkdownRecord {

  private static final String AT_START = "#+-=>0123456789";

  private final StringBuilder out = new StringBuilder();

  private MarkdownRecord() {}

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._#?=%:-]{1,300}");

  /** The whole, ending with a line break. */
  static String of(IncidentRecord record) {
    MarkdownRecord markdown = new MarkdownRecord();
    markdown.line("# " + Markdown.text(record.title()));
    record.sections().forEach(markdown::section);
    return markdown.out.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void section(Section section) {
    line("\n## " + Markdown.text(section.title()));
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
    String label = l.label().isEmpty() ? "" : "**" + Markdown.text(l.label()) + "** ";
    line("- " + label + begun(Markdown.text(l.text()), label) + source(l.source()));
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
    line("| # | " + Markdown.text(when) + " | What | Source |");
    line("|---|---|---|---|");
    for (Row r : rows) {
      String written =
          r.written().isEmpty() ? "" : " (" + Markdown.cell(Markdown.text(r.written())) + ")";
      String what =
          Markdown.cell(r.isQuoted() ? Backticks.span(r.what()) : Markdown.text(r.what()));
      line(
          "| "
              + r.number()
              + " | "
              + Markdown.cell(Markdown.text(r.when()))
              + " | "
              + r.kind()
              + ": "
              + what
              + written
              + " | "
              + Markdown.cell(cited(r.source()))
              + " |");
    }
  }
}
