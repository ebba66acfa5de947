package awsleuth.app.page;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Screen;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import awsleuth.lint.Linter;
import awsleuth.lint.habit.HabitPage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth explain CAUSE}: the page of a cause, or of a habit. */
public final class ExplainCommand implements Action {

  private static final int MOST = 5;
  private static final int SHORTEST_PART = 3;

  private final Console console;

  /** On a console. */
  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "explain",
            "explain [OPTION…] CAUSE",
            "Shows the page of a cause: what happened, why, the fix, how to check it; or that of a"
                + " habit that `awsleuth lint` finds.",
            "  awsleuth explain credentials/expired-token",
            "  awsleuth explain expired-token",
            "  awsleuth explain lint/silent-except");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CAUSE")
            .arity("1")
            .type(String.class)
            .completionCandidates(ids())
            .description(
                "a cause's id, with or without its bucket; `awsleuth causes` lists them; or a"
                    + " habit's, which `awsleuth lint --list` lists")
            .build());
    Options.words(spec, "--format", "FORM", CausesCommand.FORMATS, "text (the default) or json");
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!CausesCommand.FORMATS.contains(format)) {
      return console.usage("--format is text or json, not `" + format + "`", "explain");
    }
    boolean json = format.equals("json");
    String wanted = parsed.matchedPositionalValue(0, "");
    String lower = wanted.toLowerCase(Locale.ROOT);
    List<String> ids = ids();
    List<String> matching =
        ids.stream().filter(id -> id.equals(lower) || id.endsWith("/" + lower)).toList();
    if (matching.size() == 1) {
      String id = matching.getFirst();
      Optional<Page> page = Page.of(id);
      if (page.isPresent()) {
        show(json, page.get().title(), id, page.get().sections());
        if (!json) {
          PageExample.of(page.get(), inner()).ifPresent(this::print);
        }
        return Console.FINE;
      }
      Optional<HabitPage> habit = HabitPage.of(id);
      if (habit.isPresent()) {
        show(json, habit.get().title(), id, habit.get().sections());
        return Console.FINE;
      }
    }
    console.say("there is no cause `" + wanted + "`" + instead(wanted, ids, matching));
    return Console.USAGE;
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Cause c : Causes.all()) {
      ids.add(c.id());
    }
    ids.addAll(Linter.ids());
    return ids;
  }

  private static String instead(String wanted, List<String> ids, List<String> matching) {
    if (CausesCommand.buckets().contains(wanted)) {
      return "; `awsleuth causes " + wanted + "` lists those of this bucket";
    }
    Set<String> near = new LinkedHashSet<>(matching);
    AwsCatalog catalog = AwsCatalog.embedded();
    near.addAll(catalog.nearest(wanted, ids, MOST));
    String name = wanted.substring(wanted.indexOf('/') + 1);
    List<String> names = ids.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList();
    for (String n : catalog.nearest(name, names, MOST)) {
      ids.stream().filter(id -> id.endsWith("/" + n)).forEach(near::add);
    }
    if (name.length() >= SHORTEST_PART) {
      ids.stream().filter(id -> id.contains(name)).forEach(near::add);
    }
    for (String word : catalog.nearest(name, words(names), 1)) {
      ids.stream().filter(id -> id.contains(word)).forEach(near::add);
    }
    String letters = letters(name);
    if (letters.length() >= SHORTEST_PART) {
      ids.stream().filter(id -> letters(id).contains(letters)).forEach(near::add);
      near.addAll(PagesOf.word(name, ids, MOST));
    }
    return near.isEmpty()
        ? "; `awsleuth causes` lists them"
        : "; near it: " + String.join(", ", near.stream().limit(MOST).toList());
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Set<String> words(List<String> names) {
    Set<String> words = new LinkedHashSet<>();
    names.forEach(n -> words.addAll(List.of(n.split("-", -1))));
    words.removeIf(w -> w.length() < SHORTEST_PART);
    return words;
  }

  /** The screen without the room that the example is set in by. */
  private Screen inner() {
    Screen screen = console.screen();
    return new Screen(screen.colour(), screen.width() == 0 ? 0 : screen.width() - 2);
  }

  private void print(PageExample example) {
    console.out().println();
    console.out().println(console.screen().bold("Example"));
    example.given().forEach(this::inside);
    console.out().println();
    example.answer().lines().forEach(line -> console.out().println("  " + line));
  }

  /** Folded, and set in. */
  private void inside(String line) {
    for (String folded : Paragraph.fold(line, inner().width())) {
      console.out().println(folded.isEmpty() ? "" : "  " + folded);
    }
  }

  private void show(boolean json, String title, String id, Map<String, String> sections) {
    if (json) {
      console.out().print(PagesJson.page(id, title, sections));
    } else {
      print(title, id, sections);
    }
  }

  private void print(String title, String id, Map<String, String> sections) {
    Screen screen = console.screen();
    boolean below = screen.width() != 0 && title.length() + 2 + id.length() > screen.width();
    for (String line : Paragraph.fold(title, screen.width())) {
      console.out().print(screen.bold(line));
      console.out().print(below ? "\n" : "  ");
    }
    console.out().println(screen.cyan(id));
    for (Map.Entry<String, String> section : sections.entrySet()) {
      console.out().println();
      console.out().println(screen.bold(section.getKey()));
      for (String line : section.getValue().split("\n", -1)) {
        inside(line);
      }
    }
  }
}
