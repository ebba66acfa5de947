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
    line(view.by(), view.says().stream().map(view::masked).toList());
    early(view);
    for (Advice a : review.advice()) {
      String at = screen.bold(Printable.line(a.place().path()));
      line(ParamsView.label(a.kind()), List.of(at + "  " + Printable.line(a.text())));
    }
    for (GivenCall.Unread u : call.given().unread()) {
      String name = u.name().isEmpty() ? "an argument" : u.name();
      String text = name + ": " + view.why(u) + " (line " + u.line() + ")";
      line("not read", List.of(Printable.line(text)));
    }
    fix(view);
    return out.toString();
  }

  /** What would be right, what is refused when that is mended, and how the call was understood. */
  private void early(ParamsView view) {
    GivenCall given = view.call().given();
    for (int i = 0; i < given.refusals().size(); i++) {
      GivenCall.Refusal refusal = given.refusals().get(i);
      if (i > 0) {
        line("then", List.of(view.masked(refusal.text())));
      }
      boolean said = i > 0 && given.refusals().get(i - 1).meant().equals(refusal.meant());
      if (!refusal.meant().isEmpty() && !said) {
        line("meant", List.of(view.masked(refusal.meant())));
      }
    }
    given.inferred().forEach(text -> line("read", List.of(view.masked(text))));
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
      line("fix", List.of("[" + view.applicability() + "] " + view.mended()));
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
