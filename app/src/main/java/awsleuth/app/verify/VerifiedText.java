package awsleuth.app.verify;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Screen;
import java.util.List;

/** What became of the causes, for people. */
record VerifiedText(Screen screen) {

  String of(List<VerifiedFailure> failures) {
    Layout layout = new Layout(screen);
    boolean first = true;
    for (VerifiedFailure failure : failures) {
      if (!first) {
        layout.emptyLine();
      }
      first = false;
      layout.error(Retold.headline(failure.failure()), failure.failure().service());
      failure.causes().forEach(cause -> cause(cause, layout));
      failure.proofs().forEach(proof -> layout.labelled("  ", "proof", proof.words()));
      if (failure.causes().isEmpty()) {
        layout.plain("  no cause was named");
      }
    }
    return layout.toString();
  }

  private void cause(Verified cause, Layout layout) {
    String word = cause.state().words();
    String painted =
        switch (cause.state()) {
          case RULED_OUT -> screen.green(word);
          case STILL_THERE -> screen.red(word);
          case UNKNOWN -> screen.yellow(word);
        };
    layout.outcome(word, painted, cause.why(), cause.id());
    if (!cause.next().isEmpty()) {
      layout.labelledPaste("    ", "check", cause.next());
    }
  }
}
