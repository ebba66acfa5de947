package awsleuth.app.trail;

import awsleuth.app.terminal.Printable;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.incident.Incident;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.Suspect;

/** Incidents as Markdown, to paste into a ticket. */
final class IncidentMarkdown {

  private final StringBuilder out = new StringBuilder();

  private IncidentMarkdown() {}

  static String render(Investigation.Report report) {
    IncidentMarkdown view = new IncidentMarkdown();
    report.incidents().forEach(view::incident);
    view.line(text(IncidentWords.summary(report)));
    return view.out.toString();
  }

  private void incident(Incident incident) {
    line("## " + text(IncidentWords.headline(incident.target().group())));
    line("");
    item("since", text(IncidentWords.since(incident)));
    item("AWS says", code(incident.message()));
    item("group", code(incident.target().group().id()));
    incident
        .lastSuccess()
        .ifPresent(e -> item("last success before", IncidentWords.moment(e.time())));
    incident.targets().stream()
        .skip(1)
        .forEach(t -> item("also", text(IncidentWords.headline(t.group()))));
    item("cause", text(IncidentWords.cause(incident)));
    line("");
    incident.suspects().forEach(this::suspect);
    if (incident.suspects().isEmpty() && IncidentWords.cause(incident).isEmpty()) {
      line("No change in the archive explains it.");
      line("");
    }
  }

  private void suspect(Suspect s) {
    line("### " + s.certainty().words() + ": " + text(IncidentWords.change(s.change())));
    line("");
    s.why().forEach(w -> item("because", text(w)));
    for (StatementChange c : s.statements()) {
      IncidentWords.statement(c).forEach(l -> item("statement", code(l)));
    }
    item("missing", text(s.missing()));
    item("see", code(IncidentWords.place(s)));
    line("");
  }

  private void item(String label, String text) {
    if (!text.isEmpty()) {
      line("- " + label + ": " + text);
    }
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  static String text(String text) {
    return Printable.line(text).replace("*", "\\*").replace("<", "&lt;");
  }

  static String code(String text) {
    String line = Printable.line(text);
    String fence = "`".repeat(line.contains("`") ? 2 : 1);
    return line.isEmpty() ? "" : fence + (line.contains("`") ? " " + line + " " : line) + fence;
  }
}
