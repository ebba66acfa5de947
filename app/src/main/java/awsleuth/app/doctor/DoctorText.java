package awsleuth.app.doctor;

import awsleuth.app.diagnose.TextView;
import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.collect.doctor.Step;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** An examination as text for people. */
final class DoctorText {

  /** The column that the words of a step begin in. */
  private static final int WORDS = 25;

  private static final int LABEL = 12;
  private static final int VERDICT = 9;

  private final Screen screen;
  private final boolean all;
  private final StringBuilder out = new StringBuilder();

  DoctorText(Screen screen, boolean all) {
    this.screen = screen;
    this.all = all;
  }

  String render(Examined examined) {
    for (int i = 0; i < examined.steps().size(); i++) {
      step(examined, examined.steps().get(i), examined.probes().get(i));
    }
    out.append('\n');
    if (examined.diagnosed().diagnosis().failures().isEmpty()) {
      out.append(screen.bold(DoctorWords.summary(examined))).append('\n');
    } else {
      out.append(new TextView(all, screen).render(examined.diagnosed()));
    }
    byHand(examined.steps());
    return out.toString();
  }

  private void step(Examined examined, Step step, ProbeResult probe) {
    String slow = step.isSlow() ? " (slow: " + seconds(step.took()) + ")" : "";
    String words = Printable.oneLine(examined.shown(DoctorWords.words(probe)) + slow);
    int width = screen.width() == 0 ? 0 : screen.width() - WORDS;
    String start =
        String.format(Locale.ROOT, "%2d  ", step.number())
            + padded(step.kind().label(), step.kind().label(), LABEL)
            + padded(verdict(probe), painted(probe), VERDICT);
    for (String line : Paragraph.fold(words, width)) {
      out.append(start).append(line).append('\n');
      start = " ".repeat(WORDS);
    }
  }

  private static String padded(String plain, String painted, int width) {
    return painted + " ".repeat(Math.max(1, width - plain.length()));
  }

  private static String verdict(ProbeResult probe) {
    return probe.verdict().name().toLowerCase(Locale.ROOT);
  }

  private String painted(ProbeResult probe) {
    String word = verdict(probe);
    return switch (probe.verdict()) {
      case OK -> screen.green(word);
      case FINDING, CRASHED -> screen.red(word);
      case UNKNOWN -> screen.yellow(word);
    };
  }

  private void byHand(List<Step> steps) {
    out.append('\n').append(screen.dim("by hand")).append('\n');
    for (Step step : steps) {
      String start =
          String.format(Locale.ROOT, "%2d  ", step.number())
              + padded(step.kind().label(), screen.dim(step.kind().label()), LABEL);
      for (String command : step.commands()) {
        out.append(start).append(Printable.oneLine(command)).append('\n');
        start = " ".repeat(4 + LABEL);
      }
    }
  }

  /** A time for people. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
