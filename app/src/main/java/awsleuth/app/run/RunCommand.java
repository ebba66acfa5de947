package awsleuth.app.run;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.OwnFile;
import awsleuth.app.diagnose.View;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.doctor.Doctor;
import awsleuth.collect.doctor.Question;
import awsleuth.collect.record.RecordText;
import awsleuth.collect.watch.Watch;
import awsleuth.collect.watch.Watched;
import awsleuth.core.evidence.ProbeResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code awsleuth run -- CMD…}: runs a program, watches its AWS calls, explains those that failed.
 * The exit code is the program's, also where awsleuth itself fails.
 */
public final class RunCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  /** What citations call a record that is not kept. */
  static final String UNNAMED = "run";

  /** What botocore raises where instance metadata leaves it without credentials. */
  private static final List<String> NO_CREDENTIALS =
      List.of(
          "\"botocore.exceptions.NoCredentialsError\"",
          "Error when retrieving credentials from Ec2InstanceMetadata: ");

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final Console console;

  /** The command, saying what it has to say through this. */
  public RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "run",
            "run [OPTION…] -- CMD…",
            "Runs a program unchanged, watches the AWS calls of its Python processes or of the aws"
                + " command, and says on standard error why those that failed did, which succeeded"
                + " only after retries and which were slow. The exit code is the program's.",
            "  awsleuth run -- python app.py --fast",
            "  awsleuth run -- aws s3 ls s3://reports",
            "  awsleuth run --record calls.jsonl -- make nightly",
            "  awsleuth calls.jsonl");
    spec.parser().stopAtPositional(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CMD")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("the program and its arguments")
            .build());
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.text(spec, "--output", "FILE", "write the diagnosis there, not to standard error");
    Options.text(spec, "--record", "FILE", "keep what was seen, for awsleuth FILE elsewhere");
    Options.flag(spec, "--all", "show every failed call and every cause, those ruled out too");
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      return console.usage("--format is text, json or markdown, not `" + format + "`", "run");
    }
    List<String> command = parsed.matchedPositionalValue(0, List.of());
    String record = parsed.matchedOptionValue("--record", "");
    String output = parsed.matchedOptionValue("--output", "");
    for (String file : List.of(record, output)) {
      if (!file.isEmpty() && !OwnFile.isWritable(file)) {
        console.say(file + ": cannot be written, so the program is not run");
        return Console.USAGE;
      }
    }
    View view = View.valueOf(format.toUpperCase(Locale.ROOT));
    try {
      return run(
          command, record, new Ending(console, view, output, parsed.hasMatchedOption("--all")));
    } finally {
      Watch.over();
    }
  }

  private int run(List<String> command, String record, Ending ending) {
    Map<String, String> environment = environment();
    String obstacle = Watch.obstacle(command);
    if (!obstacle.isEmpty()) {
      console.say("cannot watch this program: " + obstacle + "; it runs all the same");
    }
    Watched watched;
    try {
      watched = Watch.run(command, environment, new Practice(ending, command, environment));
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      boolean absent = why.contains("No such file");
      console.say(
          "`"
              + command.getFirst()
              + "` cannot be run: "
              + (absent ? "there is no such program" : "permission denied or no program"));
      return absent ? NOT_FOUND : NOT_EXECUTABLE;
    }
    if (!watched.lost().isEmpty()) {
      console.say("the program was not watched: " + watched.lost());
    }
    try {
      explain(watched, environment, record, ending);
    } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError bug) {
      console.say("failed inside, after the program had ended: " + bug);
    }
    return watched.exitCode();
  }

  private static void explain(
      Watched watched, Map<String, String> environment, String record, Ending ending)
      throws IOException {
    AwsCatalog catalog = AwsCatalog.embedded();
    String text = RecordText.of(watched, environment, probes(watched, environment), catalog);
    if (!record.isEmpty()) {
      Files.writeString(Path.of(record), text);
    }
    ending.show(record.isEmpty() ? UNNAMED : record, text);
  }

  /** What became of instance metadata, where the program found no credentials. */
  private static List<ProbeResult> probes(Watched watched, Map<String, String> environment) {
    return NO_CREDENTIALS.stream().anyMatch(watched.lines()::contains)
        ? Doctor.metadata(
                Question.of(AwsCatalog.embedded(), environment, new LocalOutside(), PATIENCE))
            .stream()
            .toList()
        : List.of();
  }

  /** The variables as they were before the launcher set a locale for itself. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String locale = System.getProperty("awsleuth.lc_all", "");
    if (locale.equals("unset")) {
      environment.remove("LC_ALL");
    } else if (!locale.isEmpty()) {
      environment.put("LC_ALL", locale);
    }
    return environment;
  }
}
