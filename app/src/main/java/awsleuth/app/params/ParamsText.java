package awsleuth.app.params;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Review;
import java.util.List;

/** A review of parameters as text for people. */
final class ParamsText {

  private static final int LABEL = 12;

  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  ParamsText(Screen screen) {
    this.screen = screen;
  }

  String of(ParamsCall call, Review review) {
    ParamsView view = new ParamsView(call, review);
    head(view);
    line("botocore", view.says().stream().map(view::masked).toList());
    for (Advice a : review.advice()) {
      String at = screen.bold(Printable.line(a.place().path()));
      line(ParamsView.label(a.kind()), List.of(at + "  " + Printable.line(a.text())));
    }
    for (GivenCall.Unread u : call.given().unread()) {
      String name = u.name().isEmpty() ? "an argument" : u.name();
      String text = name + ": " + u.why() + " (line " + u.line() + ")";
      line("not read", List.of(Printable.line(text)));
    }
    fix(view);
    return out.toString();
  }

  private void head(ParamsView view) {
    String verdict = view.verdict();
    String painted =
        switch (verdict) {
          case "refused" -> screen.red(verdict);
          case "doubtful" -> screen.yellow(verdict);
          default -> screen.green(verdict);
        };
    String place = view.call().place();
    out.append(painted).append("  ").append(screen.bold(view.name()));
    out.append(place.isEmpty() ? "" : screen.dim("  " + Printable.line(place))).append('\n');
  }

  private void fix(ParamsView view) {
    String fix = view.fix();
    if (!fix.isEmpty()) {
      line("fix", List.of("[" + view.applicability() + "] the call with what could be corrected"));
      view.masked(fix).lines().forEach(l -> out.append(" ".repeat(LABEL)).append(l).append('\n'));
    }
  }

  private void line(String label, List<String> lines) {
    String head = "  " + screen.dim(label) + " ".repeat(LABEL - 2 - label.length());
    int width = screen.width() == 0 ? 0 : screen.width() - LABEL;
    for (String text : lines) {
      for (String folded : Paragraph.fold(text, width)) {
        out.append(head).append(folded).append('\n');
        head = " ".repeat(LABEL);
      }
    }
  }
}
