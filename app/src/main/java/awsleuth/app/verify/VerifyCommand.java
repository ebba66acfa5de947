package awsleuth.app.verify;

import awsleuth.app.command.Action;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.Options;
import awsleuth.app.command.Overview;
import awsleuth.app.command.TimeoutOption;
import awsleuth.app.diagnose.AskingWords;
import awsleuth.app.input.Held;
import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.Named;
import awsleuth.app.input.NamedFile;
import awsleuth.app.input.Redaction;
import awsleuth.app.input.Remarks;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.terminal.CodePrompt;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Progress;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.Opened;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.machine.Settings;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.Diagnoser;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth verify DIAGNOSIS.json}: whether the fix works. */
public final class VerifyCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final TimeoutOption TIMEOUT = new TimeoutOption(120);

  private final Console console;
  private final Deciding deciding;

  /**
   * On a console.
   *
   * @param commands runs command lines of awsleuth, which verifications are
   */
  public VerifyCommand(Console console, Deciding.Commands commands) {
    this.console = console;
    this.deciding = new Deciding(commands);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "verify",
            "verify [OPTION…] DIAGNOSIS.json [FILE…]",
            "Asks the causes of a diagnosis again, after the fix: the files that it rests on are"
                + " read anew, this machine's settings too, and with --live calls that only read"
                + " are made again.",
            "  awsleuth --format json incident/ > diagnosis.json",
            "  awsleuth verify diagnosis.json",
            "  awsleuth verify --live diagnosis.json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DIAGNOSIS.json")
            .index("0")
            .arity("1")
            .type(String.class)
            .description("what awsleuth --format json wrote; - is standard input")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .index("1..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "files and folders to read beside those in the folder of the diagnosis, where it"
                    + " names them")
            .build());
    Options.flag(spec, "--live", "make calls again that only read");
    Options.text(spec, "--profile", "NAME", "with --live: the profile whose credentials ask");
    TIMEOUT.add(spec, "with --live: how long calls and ways may take together");
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    CatalogOption.add(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      return console.usage("--format is text or json, not `" + format + "`", "verify");
    }
    if (parsed.hasMatchedOption("--timeout") && !parsed.hasMatchedOption("--live")) {
      return console.usage("--timeout bounds the calls to AWS: it goes with --live", "verify");
    }
    if (parsed.hasMatchedOption("--profile") && !parsed.hasMatchedOption("--live")) {
      return console.usage(
          "--profile names whose credentials ask AWS: it goes with --live", "verify");
    }
    try {
      String name = parsed.matchedPositionalValue(0, "");
      ToldDiagnosis recorded = ToldDiagnosis.read(name, NamedFile.of(name, console.in()).text());
      if (recorded.failures().isEmpty()) {
        throw new InputException(name + ": has no failed call");
      }
      Reach reach =
          Reach.of(name, parsed.matchedPositionalValue(1, List.of()))
              .naming(recorded.inputs().stream().map(Named::path).toList());
      return verify(recorded, CatalogOption.of(parsed), parsed, format, reach);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int verify(
      ToldDiagnosis recorded,
      AwsCatalog catalog,
      CommandLine.ParseResult parsed,
      String format,
      Reach reach)
      throws InputException {
    FilesNow files = files(recorded, catalog, reach);
    boolean live = parsed.hasMatchedOption("--live");
    Proofs proofs = Proofs.of(files, live);
    Optional<String> profile =
        Optional.ofNullable(parsed.<String>matchedOptionValue("--profile", null));
    MfaCodes codes = CodePrompt.of(console);
    AskingWords words = new AskingWords(console, parsed.hasMatchedOption("--debug"));
    Deadline last = Deadline.in(TIMEOUT.of(parsed));
    Optional<Opened.Open> open = live ? open(catalog, profile, codes, last) : Optional.empty();
    Optional<Rerun> rerun = open.map(o -> new Rerun(catalog, o.calls(), profile));
    Optional<AccountNow> account = open.map(o -> new AccountNow(catalog, o.calls(), words::next));
    open.ifPresent(o -> words.begin(o, permissions(recorded, rerun, account)));
    Verifier verifier =
        new Verifier(
            new Asked(new Diagnoser(catalog), files),
            Settings.artifacts(System.getenv()),
            new ChainNow(System.getenv(), new LocalOutside()),
            deciding.within(reach),
            rerun,
            account,
            live
                ? Optional.of(new Probing(catalog, profile, codes, last, words::next))
                : Optional.empty());
    List<VerifiedFailure> all = new ArrayList<>();
    for (ToldFailure failure : recorded.failures()) {
      List<ProofNow> again = proofs.again(failure);
      all.add(new VerifiedFailure(failure, verifier.verify(failure, again), again));
    }
    words.clear();
    open.ifPresent(o -> words.end(o.calls()));
    console
        .out()
        .print(
            format.equals("json")
                ? VerifiedJson.document(all)
                : new VerifiedText(console.screen()).of(all));
    return all.stream().allMatch(VerifiedFailure::isVerified) ? Console.FINE : Console.DIAGNOSED;
  }

  /** The IAM actions that what may be asked needs. */
  private static List<String> permissions(
      ToldDiagnosis recorded, Optional<Rerun> rerun, Optional<AccountNow> account) {
    Set<String> all = new LinkedHashSet<>();
    for (ToldFailure failure : recorded.failures()) {
      for (ToldCause cause : failure.causes()) {
        rerun.ifPresent(r -> all.addAll(r.permissions(cause.command(), cause.id())));
      }
      account.ifPresent(a -> all.addAll(a.permissions(failure)));
    }
    return List.copyOf(all);
  }

  /** Where no call can be made, that is said, and the way to the service is gone all the same. */
  private Optional<Opened.Open> open(
      AwsCatalog catalog, Optional<String> profile, MfaCodes codes, Deadline all) {
    return switch (Opened.open(catalog, System.getenv(), profile, new LocalOutside(), codes, all)) {
      case Opened.Open open -> Optional.of(open);
      case Opened.Closed(String why) -> {
        console.say("no call is made: " + why);
        yield Optional.empty();
      }
    };
  }

  /** What the inputs of the diagnosis say now. */
  private FilesNow files(ToldDiagnosis recorded, AwsCatalog catalog, Reach reach) {
    recorded.inputs().stream()
        .map(Named::path)
        .filter(reach::forbids)
        .distinct()
        .forEach(name -> console.say(Reach.refusal(name)));
    Progress progress = new Progress(console.err());
    Inputs inputs =
        new Inputs(
            catalog,
            Overview.COMMANDS,
            Redaction.NONE,
            new Remarks(console, progress),
            progress,
            new Held(Held.MOST));
    inputs.read(
        reach.base(),
        recorded.inputs().stream().filter(n -> reach.isRead(n.path())).toList(),
        InputStream.nullInputStream());
    List<String> missing =
        recorded.inputs().stream()
            .map(Named::path)
            .filter(name -> !name.equals(Inputs.STANDARD_INPUT))
            .filter(name -> !reach.isRead(name))
            .toList();
    List<String> names = recorded.inputs().stream().map(Named::path).toList();
    return new FilesNow(catalog, List.copyOf(inputs.evidence()), missing, names);
  }
}
