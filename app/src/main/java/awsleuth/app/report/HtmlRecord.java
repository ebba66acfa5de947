package awsleuth.app.report;

import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.app.report.IncidentRecord.Part;
import awsleuth.app.report.IncidentRecord.Row;
import awsleuth.app.report.IncidentRecord.Section;
import awsleuth.app.terminal.Inline;
import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.util.List;
import java.util.Locale;

/**
 * The record as one HTML file that needs no other: the values of the template {@code
 * record.mustache}, which escapes every text.
 */
@JStacheConfig(type = JStacheType.STACHE)
@JStache(path = "awsleuth/app/report/record.mustache")
record HtmlRecord(String title, List<HtmlSection> sections) {

  /** Sources that are pages begin so. */
  static final String PAGES = "https://docs.aws.amazon.com/";

  /** A section, each of its parts of one kind. */
  record HtmlSection(String id, String title, List<HtmlPart> parts) {}

  /** A part, of whose lists but one is filled. */
  record HtmlPart(
      boolean isLines,
      List<HtmlLine> sentences,
      boolean isTimes,
      String when,
      List<HtmlRow> rows,
      String pasted) {

    boolean isCode() {
      return !pasted.isEmpty();
    }
  }

  /** A sentence. */
  record HtmlLine(String label, List<Inline> runs, HtmlSource source) {

    boolean isLabelled() {
      return !label.isEmpty();
    }
  }

  /** A row of the timeline. */
  record HtmlRow(
      String number,
      String when,
      List<Inline> written,
      String kind,
      List<Inline> runs,
      HtmlSource source) {}

  /** What something rests on. */
  record HtmlSource(String text, boolean isPage) {

    static HtmlSource of(String source) {
      return new HtmlSource(source, source.startsWith(PAGES));
    }
  }

  /** The whole, ending with a line break. */
  static String of(IncidentRecord record) {
    return new HtmlRecordRenderer(String::valueOf, HtmlRecord::escaped)
        .execute(
            new HtmlRecord(
                record.title().replace("`", ""),
                record.sections().stream().map(HtmlRecord::section).toList()));
  }

  /** Renderers that need no library at run time escape nothing of themselves. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static HtmlSection section(Section s) {
    String id = s.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    return new HtmlSection(id, s.title(), s.parts().stream().map(HtmlRecord::part).toList());
  }

  private static HtmlPart part(Part part) {
    return switch (part) {
      case Part.Lines(List<Line> lines) ->
          new HtmlPart(
              true, lines.stream().map(HtmlRecord::line).toList(), false, "", List.of(), "");
      case Part.Times(String when, List<Row> rows) ->
          new HtmlPart(
              false, List.of(), true, when, rows.stream().map(HtmlRecord::row).toList(), "");
      case Part.Code(String code) ->
          new HtmlPart(false, List.of(), false, "", List.of(), code.strip());
    };
  }

  private static HtmlLine line(Line l) {
    return new HtmlLine(l.label(), Inline.of(l.text()), HtmlSource.of(l.source()));
  }

  private static HtmlRow row(Row r) {
    List<Inline> what = r.isQuoted() ? List.of(new Inline(true, r.what())) : Inline.of(r.what());
    return new HtmlRow(
        r.number(), r.when(), Inline.of(r.written()), r.kind(), what, HtmlSource.of(r.source()));
  }
}
