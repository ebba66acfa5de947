package awsleuth.app.trail;

import awsleuth.trail.change.StatementChange;
import awsleuth.trail.incident.Incident;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.Suspect;

/** Incidents as Markdown, to paste into a ticket. */
final class IncidentMarkdown {

  private final StringBuilder out = new StringBuilder();

  private final WithoutChange itself = new WithoutChange();

  private IncidentMarkdown() {}

  static String render(Investigation.Report report) {
    IncidentMarkdown view = new IncidentMarkdown();
    report.incidents().forEach(view::incident);
    view.line(Marked.text(IncidentWords.summary(report)));
    return view.out.toString();
  }

  private void incident(Incident incident) {
    line("## " + Marked.text(IncidentWords.headline(incident.target().group())));
    line("");
    item("since", Marked.text(IncidentWords.since(incident)));
    item("AWS says", Marked.code(incident.message()));
    item("group", Marked.code(incident.target().group().id()));
    incident.lastSuccess().ifPresent(s -> item("before", Marked.text(s.words())));
    incident.targets().stream()
        .skip(1)
        .forEach(t -> item("also", Marked.text(IncidentWords.headline(t.group()))));
    item("cause", Marked.text(IncidentWords.cause(incident)));
    item("missing", Marked.text(IncidentWords.missing(incident)));
    item("other changes", Marked.text(IncidentWords.others(incident)));
    line("");
    incident.suspects().forEach(this::suspect);
    if (WithoutChange.is(incident)) {
      line("Unknown: " + WithoutChange.none(incident) + ".");
      item("the call", Marked.text(itself.words(incident)));
      line("");
    }
  }

  private void suspect(Suspect s) {
    line("### " + s.certainty().words() + ": " + Marked.text(IncidentWords.change(s.change())));
    line("");
    s.why().forEach(w -> item("because", Marked.text(w)));
    for (StatementChange c : s.statements()) {
      IncidentWords.statement(c).forEach(l -> item("statement", Marked.code(l)));
    }
    item("missing", Marked.text(s.missing()));
    item("see", Marked.code(IncidentWords.place(s)));
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
}
