package awsleuth.app.trail;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.incident.Cause;
import awsleuth.trail.incident.Certainty;
import awsleuth.trail.incident.Incident;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.Suspect;
import awsleuth.trail.incident.Target;

/** Incidents as text for people. */
final class IncidentText {

  private static final int MOST_GROUPS = 8;

  private final Screen screen;
  private final Layout layout;
  private final WithoutChange itself = new WithoutChange();

  private IncidentText(Screen screen) {
    this.screen = screen;
    this.layout = new Layout(screen);
  }

  static String render(Investigation.Report report, Screen screen) {
    IncidentText text = new IncidentText(screen);
    for (Incident incident : report.incidents()) {
      text.incident(incident);
      text.layout.emptyLine();
    }
    text.layout.remark(IncidentWords.summary(report));
    return text.layout.toString();
  }

  private void incident(Incident incident) {
    Target first = incident.target();
    layout.error(
        line(IncidentWords.headline(first.group())),
        incident.first().map(e -> line(e.file())).orElse(""));
    line("since", IncidentWords.since(incident));
    line("AWS says", incident.message());
    line("group", incident.target().group().id());
    incident.lastSuccess().ifPresent(s -> line("before", s.words()));
    groups(incident);
    cause(incident);
    incident.suspects().stream().filter(s -> !isCause(s, incident)).forEach(this::suspect);
    line("other changes", IncidentWords.others(incident));
  }

  private void groups(Incident incident) {
    int all = incident.targets().size();
    incident.targets().stream()
        .skip(1)
        .limit(MOST_GROUPS)
        .forEach(t -> line("also", IncidentWords.headline(t.group())));
    if (all - 1 > MOST_GROUPS) {
      line("also", all - 1 - MOST_GROUPS + " more groups of failures");
    }
  }

  private void cause(Incident incident) {
    switch (incident.cause()) {
      case Cause.Changed c -> suspect(c.suspect());
      case Cause.Propagation _ ->
          outcome(
              Certainty.CONFIRMED, IncidentWords.cause(incident), "permissions/propagation-delay");
      case Cause.Storm s -> {
        Certainty certainty = s.isCertain() ? Certainty.CONFIRMED : Certainty.POSSIBLE;
        outcome(certainty, IncidentWords.cause(incident), IncidentWords.page(s));
        line("missing", IncidentWords.missing(incident));
      }
      case Cause.Unknown _ -> {
        if (WithoutChange.is(incident)) {
          layout.outcome("unknown", "unknown", WithoutChange.none(incident), "");
          line("the call", itself.words(incident));
        }
      }
    }
  }

  private static boolean isCause(Suspect s, Incident incident) {
    return incident.cause() instanceof Cause.Changed c && c.suspect().equals(s);
  }

  private void suspect(Suspect s) {
    outcome(s.certainty(), IncidentWords.change(s.change()), "");
    s.why().forEach(w -> line("because", w));
    for (StatementChange c : s.statements()) {
      IncidentWords.statement(c).forEach(l -> line("statement", l));
    }
    line("missing", s.missing());
    line("see", IncidentWords.place(s));
  }

  private void outcome(Certainty certainty, String summary, String id) {
    String word = certainty.words();
    String painted = certainty == Certainty.CONFIRMED ? screen.red(word) : screen.yellow(word);
    layout.outcome(word, painted, line(summary), id);
  }

  private void line(String label, String text) {
    if (!text.isEmpty()) {
      layout.labelled("    ", label, line(text));
    }
  }

  private static String line(String text) {
    return Printable.line(text);
  }
}
