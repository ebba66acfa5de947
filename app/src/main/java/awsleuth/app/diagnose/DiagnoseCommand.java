package awsleuth.app.diagnose;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.Options;
import awsleuth.app.command.Overview;
import awsleuth.app.command.TimeoutOption;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.EvidenceWords;
import awsleuth.app.input.Held;
import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.Looked;
import awsleuth.app.input.Named;
import awsleuth.app.input.Redaction;
import awsleuth.app.input.Remarks;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Progress;
import awsleuth.app.trail.RequestEvents;
import awsleuth.app.watched.RecordedRuns;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.live.LogGroup;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth [diagnose] [FILE…]}: the main job. */
public final class DiagnoseCommand implements Action {

  private static final TimeoutOption LIVE = new TimeoutOption(120);

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private final Console console;

  /** On a console. */
  public DiagnoseCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "diagnose",
            "[diagnose] [OPTION…] [FILE…]",
            "Says which AWS calls failed, why, how to fix it and how to check the fix.",
            "  python app.py 2>&1 | awsleuth",
            "  awsleuth app.log",
            "  awsleuth incident/",
            "  awsleuth --traceback err.txt --env env.txt --policy:identity role.json",
            "  awsleuth --format json app.log | jq '.failures[0].causes[0].id'");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("files or folders of evidence, packed by gzip or not; - is standard input")
            .build());
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.flag(spec, "--all", "show every failed call and every cause, those ruled out too");
    Options.flag(spec, "--redact", "replace account ids, names in ARNs, host names and addresses");
    Options.flag(
        spec,
        "--live",
        "ask AWS about the first failure, read-only: policies, the trail, quotas, and say first"
            + " which permissions that needs");
    Options.text(spec, "--profile", "NAME", "with --live: the profile whose credentials ask");
    Options.text(spec, "--log-group", "NAME", "with --live: look for the request there too");
    Options.text(spec, "--log-pattern", "PATTERN", "with --log-group: what to look for instead");
    Options.text(spec, "--save", "DIR", "with --live: keep what AWS answered in DIR, a new folder");
    LIVE.add(spec, "with --live: how long the calls may take together");
    CatalogOption.add(spec);
    Options.batch(spec);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ANY) {
        Options.list(spec, "--" + kind.label(), "FILE", EvidenceWords.of(kind));
      }
    }
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      return usage("--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
    }
    List<Named> named = named(parsed);
    boolean batch = parsed.hasMatchedOption("--batch");
    if (batch && (!named.isEmpty() || parsed.hasMatchedOption("--format"))) {
      return usage("--batch reads standard input and answers in JSON: no FILE and no --format");
    }
    AwsCatalog catalog;
    try {
      catalog = CatalogOption.of(parsed);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
    Redaction redaction = parsed.hasMatchedOption("--redact") ? Redaction.fresh() : Redaction.NONE;
    boolean all = parsed.hasMatchedOption("--all");
    if (batch) {
      return BatchLines.answer(console, new Batch(new Diagnoser(catalog), all, redaction));
    }
    if (named.isEmpty()) {
      if (!System.getProperty("awsleuth.stdin", "").isEmpty()) {
        console.out().print(Overview.TEXT);
        return Console.USAGE;
      }
      named.add(new Named(Inputs.STANDARD_INPUT, Kind.ANY));
    }
    View view = View.valueOf(format.toUpperCase(Locale.ROOT));
    boolean live = parsed.hasMatchedOption("--live");
    if (!live && parsed.hasMatchedOption("--save")) {
      return usage("--save keeps what AWS answers: it goes with --live");
    }
    if (!live && parsed.hasMatchedOption("--timeout")) {
      return usage("--timeout bounds the calls to AWS: it goes with --live");
    }
    if (!live && parsed.hasMatchedOption("--profile")) {
      return usage("--profile names whose credentials ask AWS: it goes with --live");
    }
    if (!live && parsed.hasMatchedOption("--log-group")) {
      return usage("--log-group is searched at AWS: it goes with --live");
    }
    if (parsed.hasMatchedOption("--log-pattern") && !parsed.hasMatchedOption("--log-group")) {
      return usage("--log-pattern is looked for in a log group: it goes with --log-group");
    }
    try {
      Optional<LiveEvidence> asked = live ? Optional.of(live(parsed)) : Optional.empty();
      return diagnose(named, catalog, redaction, asked, d -> view.render(d, all, console.screen()));
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private static LiveEvidence live(CommandLine.ParseResult parsed) throws InputException {
    return new LiveEvidence(
        text(parsed, "--profile"),
        text(parsed, "--log-group")
            .map(group -> new LogGroup(group, text(parsed, "--log-pattern"))),
        text(parsed, "--save"),
        LIVE.of(parsed),
        parsed.hasMatchedOption("--debug"));
  }

  private static Optional<String> text(CommandLine.ParseResult parsed, String option) {
    return Optional.ofNullable(parsed.<String>matchedOptionValue(option, null));
  }

  private int usage(String message) {
    return console.usage(message, "diagnose");
  }

  /** Shows a diagnosis in some form. */
  private interface Shown {
    String of(Diagnosed diagnosed);
  }

  private int diagnose(
      List<Named> named,
      AwsCatalog catalog,
      Redaction redaction,
      Optional<LiveEvidence> live,
      Shown shown)
      throws InputException {
    Progress progress = new Progress(console.err());
    Remarks remarks = new Remarks(console, progress);
    Inputs inputs =
        new Inputs(catalog, Overview.COMMANDS, redaction, remarks, progress, new Held(Held.MOST));
    inputs.read(named, console.in());
    if (inputs.looked().isEmpty() && remarks.hasErrors()) {
      return Console.USAGE;
    }
    Diagnoser diagnoser = new Diagnoser(catalog);
    List<Evidence> evidence = new ArrayList<>(inputs.evidence());
    List<Looked> looked = new ArrayList<>(inputs.looked());
    evidence.addAll(RequestEvents.of(evidence, inputs.unread(), redaction, console));
    if (live.isPresent()) {
      Optional<Facts> primary = diagnoser.primary(evidence);
      if (primary.isPresent()) {
        LiveEvidence.Gathered gathered =
            live.get().gather(primary.get(), evidence, catalog, redaction, console);
        evidence.addAll(gathered.evidence());
        looked.addAll(gathered.saved());
      }
    }
    Diagnosis diagnosis = diagnoser.diagnose(List.of(), evidence);
    if (diagnosis.failures().isEmpty() && allBroken(inputs, redaction)) {
      return Console.USAGE;
    }
    Diagnosed diagnosed =
        new Diagnosed(
            Redacted.of(diagnosis, redaction),
            redaction.apply(catalog.origin()),
            looked.stream().map(l -> l.redacted(redaction)).toList(),
            RecordedRuns.of(inputs.evidence(), redaction::apply));
    console.out().print(shown.of(diagnosed));
    if (remarks.hasErrors()) {
      return Console.USAGE;
    }
    return diagnosis.failures().isEmpty() ? Console.FINE : Console.DIAGNOSED;
  }

  /**
   * Whether no input is the JSON that it looks like; each has it said once what is wrong and where.
   */
  private boolean allBroken(Inputs inputs, Redaction redaction) {
    for (Looked looked : inputs.looked()) {
      if (looked.fault().isEmpty()) {
        return false;
      }
    }
    for (Looked looked : inputs.looked()) {
      if (!looked.isFaultTold()) {
        console.say(redaction.apply(looked.fault()));
      }
    }
    return !inputs.looked().isEmpty();
  }

  private static List<Named> named(CommandLine.ParseResult parsed) {
    List<Named> named = new ArrayList<>();
    for (ArgSpec arg : parsed.matchedArgs()) {
      Kind kind = arg instanceof OptionSpec option ? kind(option.longestName()) : Kind.ANY;
      if (kind != null) {
        List<String> paths = arg.getValue();
        paths.forEach(p -> named.add(new Named(p, kind)));
      }
    }
    // A file whose kind is said is taken for that, also where it is named without it too.
    named.sort((a, b) -> Boolean.compare(a.kind() == Kind.ANY, b.kind() == Kind.ANY));
    return named;
  }

  private static @Nullable Kind kind(String option) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ANY && option.equals("--" + kind.label())) {
        return kind;
      }
    }
    return null;
  }
}
