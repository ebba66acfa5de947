package awsleuth.app.trail;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.trail.ask.FailureGroup;

/** The answer as text for people. */
final class FailuresText {

  private final Screen screen;
  private final Layout out;

  private FailuresText(Screen screen) {
    this.screen = screen;
    this.out = new Layout(screen);
  }

  /** The whole, ending with a line break. */
  static String of(FailuresAnswer answer, Screen screen) {
    FailuresText view = new FailuresText(screen);
    for (ExplainedGroup group : answer.shown()) {
      view.group(group);
      view.out.emptyLine();
    }
    FailuresWords.totals(answer).forEach(view.out::plain);
    return view.out.toString();
  }

  private void group(ExplainedGroup e) {
    FailureGroup g = e.group();
    out.error(Printable.line(e.headline()), Asking.count(g.count(), "call"));
    String word = e.certainty();
    String painted =
        switch (word) {
          case "confirmed" -> screen.green(word);
          case "possible" -> screen.yellow(word);
          default -> word;
        };
    out.outcome(word, painted, Printable.line(e.summary()), e.id());
    labelled("note", g.alike() ? "" : FailuresWords.OF_THE_FIRST);
    labelled("principal", g.principal());
    if (g.calls().isPresent() || g.perHour().isPresent()) {
      labelled("count", FailuresWords.count(g));
    }
    labelled("when", FailuresWords.when(g));
    labelled(
        FailuresWords.areIds(g) ? "requests" : "in", String.join(", ", FailuresWords.samples(g)));
  }

  private void labelled(String label, String text) {
    if (!text.isEmpty()) {
      out.labelled("    ", label, Printable.line(text));
    }
  }
}
