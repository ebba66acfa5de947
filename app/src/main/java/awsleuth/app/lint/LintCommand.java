package awsleuth.app.lint;

import awsleuth.app.command.Action;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.Options;
import awsleuth.app.command.Today;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Screen;
import awsleuth.boto.Boto;
import awsleuth.lint.Linter;
import awsleuth.lint.habit.HabitPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth lint PATH…}: habits in Python sources that cause incidents. */
public final class LintCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "sarif");

  private static final int COLUMN = 34;
  private static final int BELOW = 4;

  private final Console console;
  private final String version;

  /**
   * On a console.
   *
   * @param version of awsleuth
   */
  public LintCommand(Console console, String version) {
    this.console = console;
    this.version = version;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "lint",
            "lint [OPTION…] PATH…",
            "Looks in Python sources for habits that cause AWS incidents, or hide them.",
            "  awsleuth lint src/",
            "  awsleuth lint --fix --diff src/app.py",
            "  awsleuth lint --format sarif src/ > lint.sarif",
            "  awsleuth lint --ignore region-hard-coded - < app.py",
            "  awsleuth explain lint/silent-except");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "a Python file, a folder of them (virtual environments and hidden folders are"
                    + " left out), or - for standard input")
            .build());
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or sarif");
    ids(spec, "--select", "look for these alone, by id, separated by commas");
    ids(spec, "--ignore", "do not look for these");
    Options.flag(spec, "--list", "list the habits that are known, and end");
    Options.flag(spec, "--fix", "apply the fixes that are safe");
    Options.flag(spec, "--diff", "show what --fix would change, and change nothing");
    CatalogOption.add(spec);
    return spec;
  }

  private static void ids(CommandSpec spec, String name, String description) {
    Options.list(spec, name, "ID", description);
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      return console.usage(
          "--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`", "lint");
    }
    if (parsed.hasMatchedOption("--list")) {
      return list();
    }
    List<String> paths = parsed.matchedPositionalValue(0, List.<String>of());
    if (paths.isEmpty()) {
      return console.usage(
          "PATH is missing: a Python file, a folder, or - for standard input", "lint");
    }
    try {
      Set<String> wanted = wanted(parsed);
      boolean diff = parsed.hasMatchedOption("--diff");
      boolean fix = parsed.hasMatchedOption("--fix") || diff;
      Boto boto = Boto.of(CatalogOption.of(parsed), Today.local());
      Looking looking = new Looking(Linter.of(boto), wanted, fix, fix && !diff);
      LintReport report = look(looking, paths);
      if (report.files().isEmpty()) {
        console.say("there is no Python file in " + String.join(", ", paths));
        return Console.USAGE;
      }
      return tell(report, format, diff);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "lint");
    }
  }

  private int list() {
    Screen screen = console.screen();
    for (String id : Linter.ids()) {
      boolean beside = screen.width() == 0 || screen.width() >= 2 * COLUMN;
      String start = screen.cyan(id) + (beside ? " ".repeat(COLUMN - id.length()) : "");
      if (!beside) {
        console.out().println(start);
      }
      console
          .out()
          .print(
              Paragraph.beside(
                  beside ? start : " ".repeat(BELOW),
                  beside ? COLUMN : BELOW,
                  HabitPage.title(id),
                  screen.width(),
                  l -> l));
    }
    return Console.FINE;
  }

  private Set<String> wanted(CommandLine.ParseResult parsed) throws InputException {
    Set<String> selected = given(parsed, "--select");
    Set<String> wanted = new LinkedHashSet<>(selected.isEmpty() ? Linter.ids() : selected);
    wanted.removeAll(given(parsed, "--ignore"));
    return wanted;
  }

  private static Set<String> given(CommandLine.ParseResult parsed, String option)
      throws InputException {
    Set<String> ids = new LinkedHashSet<>();
    for (String words : parsed.matchedOptionValue(option, List.<String>of())) {
      for (String word : words.split(",", -1)) {
        String id = word.startsWith("lint/") ? word : "lint/" + word.strip();
        if (!Linter.ids().contains(id)) {
          throw new InputException(
              "there is no habit `" + word + "`" + WrongUsage.near(id, Linter.ids()));
        }
        ids.add(id);
      }
    }
    return ids;
  }

  private LintReport look(Looking looking, List<String> paths) throws InputException {
    List<LintedFile> all = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String name : paths) {
      if (name.equals("-")) {
        all.add(AllFiles.look(looking.ofInput(), "stdin", standardInput()));
      } else {
        files.addAll(files(name, faults));
      }
    }
    faults.forEach(f -> all.add(LintedFile.unreadable(f, "cannot be read")));
    all.addAll(AllFiles.look(looking, files.stream().distinct().toList()));
    return new LintReport(all);
  }

  private static List<Path> files(String name, List<String> faults) throws InputException {
    try {
      Path path = Path.of(name);
      return Files.isDirectory(path) ? PythonFiles.below(path, faults) : List.of(path);
    } catch (IOException | InvalidPathException e) {
      throw new InputException(name + ": cannot be read");
    }
  }

  private byte[] standardInput() throws InputException {
    try {
      return console.in().readNBytes(Looking.LARGEST + 1);
    } catch (IOException e) {
      throw new InputException("standard input cannot be read");
    }
  }

  private int tell(LintReport report, String format, boolean diff) {
    List<LintedFile> unreadable = report.unreadable();
    unreadable.forEach(f -> console.say(f.path() + ": " + f.fault()));
    if (diff) {
      report.files().forEach(f -> console.out().print(LintDiff.of(f)));
      if (report.fixed() == 0) {
        int findings = report.findings();
        console.say(
            findings == 0
                ? "no findings, so that there is nothing to fix"
                : "nothing that is safe to fix; found: " + findings + ", which `lint` shows");
      }
      return code(unreadable, report.fixed() > 0);
    }
    console
        .out()
        .print(
            switch (format) {
              case "json" -> LintJson.of(report);
              case "sarif" -> LintSarif.of(report, version);
              default -> LintText.of(report, console.screen());
            });
    return code(unreadable, report.findings() > 0);
  }

  private static int code(List<LintedFile> unreadable, boolean found) {
    return !unreadable.isEmpty() ? Console.USAGE : found ? Console.DIAGNOSED : Console.FINE;
  }
}
