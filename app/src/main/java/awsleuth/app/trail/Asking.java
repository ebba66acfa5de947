package awsleuth.app.trail;

import awsleuth.app.command.LogZone;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.Kept;
import awsleuth.trail.Kept.Round;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What all questions have: which archive, which events of it, and how the answer is written.
 *
 * @param engine what reads it
 * @param places files and folders, as they were given
 * @param filter which events
 * @param format {@code text}, {@code json} or {@code markdown}
 * @param state where what was read is kept, to go on from; empty for nowhere
 */
record Asking(
    Console console,
    Engine engine,
    List<String> places,
    Filter filter,
    String format,
    Optional<Path> state) {

  /** The names of the options of all questions but {@code generate}. */
  private static final List<String> NAMES =
      List.of(
          "--format",
          "--since",
          "--until",
          "--principal",
          "--service",
          "--operation",
          "--code",
          "--region",
          "--account",
          "--address",
          LogZone.NAME);

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  /** The options of all questions. */
  static void options(CommandSpec spec) {
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.text(
        spec,
        "--since",
        "TIME",
        "from then on: 2026-11-18, 2026-11-18T15:30:00Z, or 90m, 6h, 7d ago");
    Options.text(spec, "--until", "TIME", "before then");
    Options.list(
        spec, "--principal", "ARN", "by these: an ARN, or its end, as role/billing; * is anything");
    Options.list(spec, "--service", "NAME", "of these services: s3, or s3.amazonaws.com");
    Options.list(spec, "--operation", "NAME", "of these operations: GetObject, Get*");
    Options.list(spec, "--code", "CODE", "with these error codes");
    Options.list(spec, "--region", "REGION", "in these Regions");
    Options.list(spec, "--account", "ID", "in these accounts");
    Options.list(spec, "--address", "ADDRESS", "from these source addresses");
    LogZone.add(spec, "failures in them have no time");
    Options.text(
        spec,
        "--resume",
        "FILE",
        "keep in FILE what was read so far, and go on from it where it is there");
  }

  /** The names of the options of all questions, and more. */
  static Set<String> with(String... more) {
    Set<String> all = new TreeSet<>(NAMES);
    all.addAll(List.of(more));
    return all;
  }

  /**
   * What the options say.
   *
   * @throws InputException where they cannot be understood
   */
  static Asking of(
      Console console, Engine engine, CommandLine.ParseResult parsed, List<String> names)
      throws InputException {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      throw new InputException(
          "--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
    }
    if (names.isEmpty()) {
      throw new InputException("PATH is missing: files of CloudTrail events or logs, or folders");
    }
    String state = parsed.matchedOptionValue("--resume", "");
    if (!state.isEmpty()) {
      checkResumable(parsed);
    }
    return new Asking(
        console,
        engine,
        List.copyOf(names),
        filter(parsed),
        format,
        state.isEmpty() ? Optional.empty() : Optional.of(NamedFile.path(state)));
  }

  /** A reading is gone on from by the same options, which must mean the same then. */
  private static void checkResumable(CommandLine.ParseResult parsed) throws InputException {
    Instant now = Instant.now();
    for (String option : List.of("--since", "--until")) {
      String time = parsed.matchedOptionValue(option, "");
      if (Moment.isAgo(time)) {
        throw new InputException(
            option
                + " "
                + time
                + " is another moment when the reading is gone on from; with --resume write "
                + option
                + " "
                + Event.moment(Moment.of(option, time, now)));
      }
    }
  }

  private static Filter filter(CommandLine.ParseResult parsed) throws InputException {
    Instant now = Instant.now();
    String since = parsed.matchedOptionValue("--since", "");
    String until = parsed.matchedOptionValue("--until", "");
    Filter filter =
        new Filter(
                since.isEmpty() ? Long.MIN_VALUE : Moment.of("--since", since, now),
                until.isEmpty() ? Long.MAX_VALUE : Moment.of("--until", until, now),
                Callers.named(list(parsed, "--principal")),
                lower(parsed, "--service"),
                list(parsed, "--operation"),
                list(parsed, "--code"),
                lower(parsed, "--region"),
                list(parsed, "--account"),
                addresses(parsed))
            .in(LogZone.of(parsed).map(ZoneId::getId).orElse(""));
    if (filter.since() >= filter.until()) {
      throw new InputException("--until is not after --since: nothing is between them");
    }
    return filter;
  }

  private static List<String> addresses(CommandLine.ParseResult parsed) throws InputException {
    List<String> addresses = list(parsed, "--address");
    for (String address : addresses) {
      if (address.indexOf('/') >= 0) {
        throw new InputException(
            "--address takes addresses, not the range "
                + Printable.line(address)
                + "; * stands for anything, as in 10.0.0.*");
      }
    }
    return addresses;
  }

  private static List<String> lower(CommandLine.ParseResult parsed, String option) {
    return list(parsed, option).stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> list(CommandLine.ParseResult parsed, String option) {
    return List.copyOf(parsed.matchedOptionValue(option, List.<String>of()));
  }

  /**
   * Reads the archive, shows how far that has come, and says what could not be read.
   *
   * @throws InputException where an interrupted reading cannot be gone on from
   */
  <F extends Fold<F>> Asked<F> ask(Supplier<F> fold) throws InputException {
    return ask(filter, fold);
  }

  /** Likewise, of the events that another filter keeps. */
  <F extends Fold<F>> Asked<F> ask(Filter wanted, Supplier<F> fold) throws InputException {
    return ask(wanted, fold, Round.ONLY);
  }

  /**
   * Likewise, as the first of two readings: what it has found is kept until {@link #forget}, where
   * it is kept at all.
   */
  <F extends Fold<F>> Asked<F> askFirst(Filter wanted, Supplier<F> fold) throws InputException {
    return ask(wanted, fold, Round.FIRST);
  }

  /** The second, which says nothing: what could not be read was said before. */
  <F extends Fold<F>> Asked<F> askAgain(Filter wanted, Supplier<F> fold) throws InputException {
    return engine.ask(places, wanted, fold, kept(Round.SECOND));
  }

  /** One more, of which nothing is kept where it is interrupted. */
  <F extends Fold<F>> Asked<F> askMore(Filter wanted, Supplier<F> fold) throws InputException {
    return engine.ask(places, wanted, fold, Optional.empty());
  }

  private <F extends Fold<F>> Asked<F> ask(Filter wanted, Supplier<F> fold, Round round)
      throws InputException {
    Asked<F> asked = engine.ask(places, wanted, fold, kept(round));
    say(asked.intake());
    return asked;
  }

  private Optional<Kept> kept(Round round) {
    return state.map(file -> new Kept(file, round));
  }

  /** Takes away what the first reading keeps; where it cannot, a next one goes on from it. */
  void forget() {
    state.ifPresent(file -> file.toFile().delete());
  }

  private void say(Intake intake) {
    for (Damage damage : intake.damages()) {
      console.say(damage.file() + ": " + damage.what());
    }
    long more = intake.damaged() - intake.damages().size();
    if (more > 0) {
      console.say(count(more, "more damage") + " of that kind");
    }
    if (intake.files() == 0 && intake.damaged() == 0) {
      console.say(
          "no file was read"
              + (intake.passed() == 0
                  ? ": there is none"
                  : ": "
                      + passed(intake.passed())
                      + " passed over; their names say that nothing of what is asked about is in"
                      + " them"));
    }
    if (intake.undated() > 0) {
      console.say(count(intake.undated(), "event") + " left out: without a time to compare");
    }
  }

  /**
   * The exit code for an answer: what was found, or may be among what has no time to compare,
   * unless something or all was not read.
   */
  static int code(Intake intake, boolean found) {
    boolean unread = intake.damaged() > 0 || intake.files() == 0;
    boolean perhaps = intake.undated() > 0;
    return unread ? Console.USAGE : found || perhaps ? Console.DIAGNOSED : Console.FINE;
  }

  /** What to give where failures have no time; empty where it was given. */
  String aboutZone() {
    return filter.zone().isEmpty()
        ? "; where a log's times have no zone, " + LogZone.NAME + " ZONE tells it"
        : "";
  }

  /** How many files and folders were not opened. */
  static String passed(long number) {
    return number == 1 ? "1 file or folder" : number + " files and folders";
  }

  /** A number and a word, in the plural where it needs that. */
  static String count(long number, String word) {
    return String.format(Locale.ROOT, "%,d %s%s", number, word, number == 1 ? "" : "s");
  }
}
