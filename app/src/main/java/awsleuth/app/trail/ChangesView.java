package awsleuth.app.trail;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.trail.Event;
import awsleuth.trail.Intake;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.StatementChange;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Changes as text, Markdown or JSON: when, who, what, and for documents which statements.
 *
 * @param changes those shown, in the order of time
 * @param history what was before each
 * @param older how many older ones were not kept
 * @param intake what was read
 */
record ChangesView(List<Change> changes, History history, long older, Intake intake) {

  private List<StatementChange> statements(Change c) {
    String document = history.document(c);
    return document.isEmpty() || c.topic().type().isEmpty()
        ? List.of()
        : history
            .former(c)
            .map(
                f -> StatementChange.between(c.topic().type().get(), history.document(f), document))
            .orElse(List.of());
  }

  String text(Screen screen) {
    Layout layout = new Layout(screen);
    for (Change c : changes) {
      layout.plain(
          screen.dim(Event.moment(c.event().time()))
              + "  "
              + screen.bold(Printable.line(c.event().name()))
              + "  "
              + Printable.line(IncidentWords.what(c)));
      layout.labelled("    ", "by", Printable.line(by(c)));
      for (StatementChange s : statements(c)) {
        IncidentWords.statement(s)
            .forEach(l -> layout.labelled("    ", "statement", Printable.line(l)));
      }
      layout.labelled("    ", "see", Printable.line(c.source() + ", event " + c.event().eventId()));
    }
    layout.remark(summary());
    return layout.toString();
  }

  private static String by(Change c) {
    return IncidentWords.shortName(c.event().principal())
        + (c.event().address().isEmpty() ? "" : " from " + c.event().address())
        + (c.event().account().isEmpty() ? "" : ", account " + c.event().account())
        + (c.event().isFailed() ? "; refused: " + c.event().code() : "");
  }

  private String summary() {
    return changes.size()
        + (changes.size() == 1 ? " change" : " changes")
        + (older == 0 ? "" : "; " + older + " older ones were not kept");
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| when | event | what | who | statements | where |\n|---|---|---|---|---|---|\n");
    for (Change c : changes) {
      StringBuilder statements = new StringBuilder();
      for (StatementChange s : statements(c)) {
        IncidentWords.statement(s).forEach(l -> statements.append(cell(l)).append("<br>"));
      }
      out.append("| ")
          .append(Event.moment(c.event().time()))
          .append(" | ")
          .append(cell(c.event().name()))
          .append(" | ")
          .append(cell(IncidentWords.what(c)))
          .append(" | ")
          .append(cell(by(c)))
          .append(" | ")
          .append(statements)
          .append(" | ")
          .append(cell(c.source().toString()))
          .append(" |\n");
    }
    return out.append('\n').append(summary()).append('\n').toString();
  }

  private static String cell(String text) {
    return Marked.cell(Marked.text(text));
  }

  String json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", 1);
      json.writeNumberProperty("changes_not_kept", older);
      json.writeArrayPropertyStart("changes");
      for (Change c : changes) {
        json.writeStartObject();
        ChangeJson.members(json, c);
        ChangeJson.statements(json, statements(c));
        json.writeEndObject();
      }
      json.writeEndArray();
      IntakeJson.write(json, intake);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }
}
