package awsleuth.app.test;

import java.util.ArrayList;
import java.util.List;

/** The docstring of a generated file. */
final class Describing {

  private static final int WIDTH = 96;

  private Describing() {}

  /** What failed, why, what the file does and what is to be known of it. */
  static String of(Subject subject, TestKind kind, Wanted wanted, List<String> remarks) {
    List<String> lines = new ArrayList<>();
    lines.add(subject.call().fault() + " calling " + subject.operation().name());
    lines.add("");
    lines.add("Cause: " + subject.cause().summary() + " (" + subject.cause().id() + ").");
    lines.add("Played by " + kind.words() + ". " + state(subject, kind, wanted));
    lines.addAll(remarks);
    if (subject.standsIn()) {
      lines.add("The diagnosis does not tell which call failed: this one stands for it.");
    } else if (!subject.isWhole() && kind != TestKind.POLICY) {
      lines.add("Parameters that the diagnosis does not tell are examples.");
    }
    lines.add("Run it with: python -m pytest FILE");
    return Folded.lines(lines, WIDTH);
  }

  private static String state(Subject subject, TestKind kind, Wanted wanted) {
    return subject.target().isPresent()
        ? "It tests `" + subject.target().get() + "`."
        : subject.after()
            ? (isHandling(subject, kind, wanted)
                    ? "How the program takes it is changed below"
                    : "The fix is applied below")
                + ", so the tests pass."
            : "The fix is not applied, so one test fails; it goes where the marks are.";
  }

  /** Whether the service refuses as before, and the program takes it otherwise. */
  private static boolean isHandling(Subject subject, TestKind kind, Wanted wanted) {
    return switch (wanted) {
      case TOLD, ABSENT, PRESENT, UNMET -> true;
      case AGAIN, ACCEPTED, OUTLASTED, RECONNECTED, AWAITED, WHOLE, ONCE, ALLOWED ->
          kind != TestKind.POLICY && subject.cause().id().startsWith("permissions/");
    };
  }

  /** What the mark above the code under test says. */
  static String mark(Subject subject) {
    return subject.target().isPresent()
        ? "yours"
        : subject.after() ? "with the fix" : "as it failed; the fix goes here";
  }
}
