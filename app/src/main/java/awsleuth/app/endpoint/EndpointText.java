package awsleuth.app.endpoint;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.RuleInput;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.endpoint.Trace;
import java.util.List;

/** An endpoint as text for people. */
final class EndpointText {

  private final Screen screen;
  private final boolean all;
  private final Layout layout;

  /**
   * @param all whether to show every rule that was asked
   */
  EndpointText(Screen screen, boolean all) {
    this.screen = screen;
    this.all = all;
    this.layout = new Layout(screen);
  }

  String render(Endpointed e) {
    e.raised().ifPresent(r -> raised(r.exception(), e.shown(r.message())));
    e.url().ifPresent(url -> layout.plain(screen.bold(Printable.line(e.shown(url)))));
    e.open().ifPresent(o -> layout.labelled("  ", "open", o));
    e.signing().ifPresent(s -> layout.labelled("  ", "signed", signed(s)));
    for (Advice advice : e.advice()) {
      String label =
          advice instanceof Advice.Change || advice instanceof Advice.WithCrt
              ? "instead"
              : advice.isFault() ? "wrong" : "note";
      layout.labelled("  ", label, Printable.line(e.shown(advice.words())));
    }
    String label = "setting";
    for (Client.Decision d : e.settings()) {
      String text = d.setting().words() + " " + e.shown(d.found().value());
      layout.labelled("  ", label, Printable.line(text + "  from " + d.found().origin().words()));
      label = "";
    }
    label = "rules know";
    for (RuleInput input : e.inputs()) {
      String text = input.name() + " = " + e.shown(input.value());
      layout.labelled(
          "  ", label, Printable.line(text + "  from " + Endpointed.source(input.source())));
      label = "";
    }
    trace(e.trace());
    return layout.toString();
  }

  private void raised(String exception, String message) {
    layout.plain(
        screen.red("error")
            + "  "
            + Printable.of(exception + ": " + message.replace("\n", "\n       ")));
  }

  static String signed(Signing signing) {
    if (!signing.signed()) {
      return "not at all";
    }
    String version = signing.scheme() + " (" + signing.version() + ")";
    String session = signing.session() ? ", with the session that CreateSession gives" : "";
    return signing.scoped()
        ? version + " for " + signing.name() + " in " + signing.region() + session
        : version;
  }

  private void trace(Trace trace) {
    String label = all ? "asked" : "decided by";
    List<Trace.Step> steps = all ? trace.steps() : trace.decisive();
    for (Trace.Step step : steps) {
      layout.labelled("  ", label, Printable.line(step(step)));
      label = "";
    }
  }

  private String step(Trace.Step step) {
    StringBuilder line = new StringBuilder("rule ").append(step.number());
    for (Trace.Condition c : step.conditions()) {
      line.append(c.held() ? "  " : "  not so: ").append(c.call());
    }
    if (step.conditions().isEmpty()) {
      line.append("  otherwise");
    }
    return line.toString();
  }
}
