package awsleuth.app.lint;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.core.read.Readers;
import awsleuth.lint.Finding;
import awsleuth.lint.Level;
import java.util.regex.Pattern;

/** Findings as text for people: the place first, as editors and terminals can follow it. */
final class LintText {

  private static final int INDENT = 4;

  /** What botocore says of a name that it does not know, more than six that it does behind it. */
  private static final Pattern NAMES =
      Pattern.compile("(must be one of: (?:\\w++, ){6})(?:\\w++, )*+\\w++");

  private final Screen screen;
  private final StringBuilder out = new StringBuilder();

  private LintText(Screen screen) {
    this.screen = screen;
  }

  static String of(LintReport report, Screen screen) {
    LintText text = new LintText(screen);
    for (LintedFile file : report.files()) {
      file.findings().forEach(f -> text.finding(file.path(), f));
    }
    text.out.append(Paragraph.beside("", 0, report.summary(), screen.width(), screen::dim));
    return text.out.toString();
  }

  private void finding(String path, Finding f) {
    String place = Printable.line(path) + ":" + f.place().line() + ":" + f.place().column();
    out.append(screen.bold(place)).append("  ").append(level(f.level()));
    boolean fits =
        screen.width() == 0
            || place.length() + f.level().word().length() + f.id().length() + 4 <= screen.width();
    out.append(fits ? "  " : "\n" + " ".repeat(INDENT)).append(screen.cyan(f.id())).append('\n');
    line(shortened(Readers.harmless(f.text())));
    line("[" + f.fix().applicability().word() + "] " + Readers.harmless(f.fix().title()));
    Readers.harmless(f.fix().code())
        .lines()
        .forEach(l -> out.append(" ".repeat(INDENT * 2)).append(l).append('\n'));
    out.append('\n');
  }

  /** A text with the first of long lists of names alone; the other forms have all. */
  static String shortened(String text) {
    return NAMES.matcher(text).replaceAll("$1…");
  }

  private String level(Level level) {
    return switch (level) {
      case ERROR -> screen.red(level.word());
      case WARNING -> screen.yellow(level.word());
      case NOTE -> level.word();
    };
  }

  private void line(String text) {
    String printable = Printable.line(text);
    out.append(Paragraph.beside("", INDENT, printable, screen.width(), l -> l));
  }
}
