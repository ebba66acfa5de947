package awsleuth.app.watched;

import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Screen;
import awsleuth.core.evidence.WatchedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is worth telling of a run beside its failures. */
public final class RunRemarks {

  private static final int MOST = 10;

  /**
   * One of them.
   *
   * @param kind {@code answered}, {@code retried}, {@code slow} or {@code deprecated}
   * @param text a sentence
   * @param place where it was seen
   */
  public record Remark(String kind, String text, String place) {}

  private final List<Remark> all = new ArrayList<>();

  /**
   * The remarks on a program.
   *
   * @param shown how the place of a line of the program is written
   */
  public RunRemarks(Seen seen, UnaryOperator<String> shown) {
    seen.answered().forEach((by, calls) -> all.add(answered(by, calls, shown)));
    seen.repeated().stream().limit(MOST).forEach(c -> all.add(retried(c, shown)));
    seen.slow().stream().limit(MOST).forEach(c -> all.add(slow(c, shown)));
    all.addAll(DeprecatedSettings.in(seen, shown));
  }

  List<Remark> all() {
    return all;
  }

  private static Remark answered(String by, List<WatchedCall> calls, UnaryOperator<String> shown) {
    WatchedCall first = calls.getFirst();
    int others = calls.size() - 1;
    return new Remark(
        "answered",
        name(first)
            + (others == 0 ? "" : " and " + others + " more")
            + (others == 0 ? " was" : " were")
            + " answered by "
            + by
            + " within the program, not by AWS: fixes and checks in an account do not apply",
        shown.apply(first.place()));
  }

  private static Remark retried(WatchedCall call, UnaryOperator<String> shown) {
    WatchedCall.Attempt first = call.attempts().getFirst();
    String why = first.code().isEmpty() ? first.exception() : first.code();
    return new Remark(
        "retried",
        name(call)
            + " succeeded with request "
            + call.requests()
            + ", after "
            + RunWords.seconds(call.seconds())
            + (why.isEmpty() ? "" : "; the first one: `" + why.replace('`', '\'') + "`"),
        shown.apply(call.place()));
  }

  private static Remark slow(WatchedCall call, UnaryOperator<String> shown) {
    return new Remark(
        "slow",
        name(call) + " took " + RunWords.seconds(call.seconds()),
        shown.apply(call.place()));
  }

  private static String name(WatchedCall call) {
    return call.operation() + " of " + call.service();
  }

  /** For people; empty where there is none. */
  public String text(Screen screen) {
    if (all.isEmpty()) {
      return "";
    }
    Layout out = new Layout(screen);
    out.emptyLine();
    for (Remark r : all) {
      out.labelled("", r.kind(), r.text() + (r.place().isEmpty() ? "" : " (" + r.place() + ")"));
    }
    return out.toString();
  }

  /** As a list; empty where there is none. */
  public String markdown() {
    StringBuilder out = new StringBuilder(all.isEmpty() ? "" : "\n");
    for (Remark r : all) {
      out.append("- **").append(r.kind()).append("** ").append(Markdown.text(r.text()));
      out.append(r.place().isEmpty() ? "" : " (" + Backticks.span(r.place()) + ")").append('\n');
    }
    return out.toString();
  }
}
