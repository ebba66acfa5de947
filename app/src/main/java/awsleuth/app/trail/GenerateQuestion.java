package awsleuth.app.trail;

import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.trail.make.Generator;
import awsleuth.trail.make.IncidentKind;
import awsleuth.trail.make.Made;
import awsleuth.trail.make.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail generate}: an archive that is made, with incidents and their answers. */
final class GenerateQuestion implements Question {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(kB|MB|GB)");
  private static final int MOST_DAYS = 366;
  private static final int CHANGES_PER_EVENTS = 100;

  private final Console console;

  GenerateQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "generate";
  }

  @Override
  public void options(CommandSpec spec) {
    Options.number(spec, "--seed", "generate: what it follows from; the same gives the same bytes");
    Options.text(
        spec,
        "--size",
        "SIZE",
        "generate: about so much JSON, as 20MB or 1GB; the default is 20MB");
    Options.number(spec, "--days", "generate: over N days; the default is 3");
    Options.number(
        spec,
        "--changes",
        "generate: so many unrelated changes; the default is one in a hundred events");
    Options.list(
        spec,
        "--incident",
        "KIND",
        "generate: plant this, again for more: all, or " + WrongUsage.listed(IncidentKind.words()));
    Options.flag(spec, "--organization", "generate: as an organization's trail lies, below o-…");
  }

  @Override
  public Set<String> takes() {
    return Set.of("--seed", "--size", "--days", "--changes", "--incident", "--organization");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    try {
      if (arguments.size() != 1) {
        throw new InputException("generate needs one folder, which it makes");
      }
      Path folder = NamedFile.path(arguments.getFirst());
      Order order = order(parsed);
      checkEmpty(folder);
      Made made = new Generator(order).write(folder);
      console
          .out()
          .print(
              String.format(
                  Locale.ROOT,
                  "%s: %,d events in %,d files, %,d MB of JSON, %,d MB packed; the answers are in"
                      + " answers.json%n",
                  Printable.line(folder.toString()),
                  made.events(),
                  made.files(),
                  made.bytes() >> 20,
                  made.packed() >> 20));
      return Console.FINE;
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    } catch (IOException e) {
      console.say(arguments.getFirst() + ": cannot be written");
      return Console.USAGE;
    }
  }

  private static void checkEmpty(Path folder) throws InputException, IOException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new InputException(folder + " is a file; generate writes into a folder");
      }
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new InputException(folder + " is not empty; generate writes into a new folder");
        }
      }
    }
  }

  private static Order order(CommandLine.ParseResult parsed) throws InputException {
    int days = parsed.matchedOptionValue("--days", 3);
    if (days < 1 || days > MOST_DAYS) {
      throw new InputException("--days is a number from 1 to " + MOST_DAYS + ", not " + days);
    }
    long events = Order.eventsOf(size(parsed.matchedOptionValue("--size", "20MB")));
    int changes =
        parsed.matchedOptionValue(
            "--changes", (int) Math.min(Integer.MAX_VALUE, events / CHANGES_PER_EVENTS));
    if (changes < 0) {
      throw new InputException("--changes is a number from 0 on, not " + changes);
    }
    return new Order(
        parsed.matchedOptionValue("--seed", 1),
        events,
        changes,
        Instant.parse("2026-11-02T00:00:00Z"),
        days,
        incidents(parsed.matchedOptionValue("--incident", List.<String>of())),
        parsed.hasMatchedOption("--organization"));
  }

  private static List<IncidentKind> incidents(List<String> words) throws InputException {
    List<IncidentKind> kinds = new ArrayList<>();
    for (String word : words) {
      if (word.equals("all")) {
        kinds.addAll(List.of(IncidentKind.values()));
        continue;
      }
      kinds.add(
          IncidentKind.of(word)
              .orElseThrow(() ->
                  new InputException(
                      "--incident is all, or "
                          + WrongUsage.listed(IncidentKind.words())
                          + ", not `"
                          + Printable.line(word)
                          + "`")));
    }
    return List.copyOf(kinds);
  }

  private static long size(String text) throws InputException {
    Matcher m = SIZE.matcher(text);
    if (!m.matches()) {
      throw new InputException(
          "--size is a number with kB, MB or GB, as 20MB, not `" + Printable.line(text) + "`");
    }
    long unit =
        switch (m.group(2)) {
          case "kB" -> 1_000L;
          case "MB" -> 1_000_000L;
          default -> 1_000_000_000L;
        };
    return Long.parseLong(m.group(1)) * unit;
  }
}
