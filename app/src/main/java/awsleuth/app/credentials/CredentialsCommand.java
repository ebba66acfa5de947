package awsleuth.app.credentials;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.command.GivenEnvironment;
import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.CodePrompt;
import awsleuth.app.terminal.Console;
import awsleuth.boto.credentials.CredentialsBatch;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.core.read.Readers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth credentials}: which credentials and Region boto3 would use, and why. */
public final class CredentialsCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private final Console console;

  /** On a console. */
  public CredentialsCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "credentials",
            "credentials [OPTION…]",
            "Shows which credentials and which Region boto3 would use here, every place that it"
                + " looks in and why not, what hides what, and where the AWS CLI does otherwise."
                + " Nothing is asked or run without --live.",
            "  awsleuth credentials",
            "  awsleuth credentials --profile prod",
            "  awsleuth credentials --profile prod --live",
            "  awsleuth credentials --env lambda.env --home /mnt/home/app");
    Options.text(spec, "--profile", "NAME", "the profile given to boto3.Session or to the AWS CLI");
    GivenEnvironment.add(spec);
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    Options.flag(
        spec,
        "--live",
        "do what boto3 would: ask metadata, container, SSO and STS endpoints, run"
            + " credential_process");
    Options.flag(spec, "--all", "show also remarks on other profiles of the files");
    Options.batch(spec);
    Options.flag(spec, "--reveal", "with --batch: show the keys of the records whole");
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      if (parsed.hasMatchedOption("--batch")) {
        if (parsed.hasMatchedOption("--live")) {
          throw new InputException("--live does not go with --batch");
        }
        return batch(parsed.hasMatchedOption("--reveal"));
      }
      return report(parsed);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int batch(boolean reveal) {
    Instant now = Instant.now();
    CredentialsBatch batch =
        reveal ? CredentialsBatch.revealing(now) : CredentialsBatch.masking(Readers::harmless, now);
    return BatchLines.answer(console, (line, number) -> batch.answer(line));
  }

  private int report(CommandLine.ParseResult parsed) throws InputException {
    String format = parsed.matchedOptionValue("--format", "text");
    if (!FORMATS.contains(format)) {
      throw new InputException("--format is one of " + String.join(", ", FORMATS));
    }
    if (parsed.hasMatchedOption("--reveal")) {
      throw new InputException("--reveal goes with --batch alone");
    }
    Optional<String> profile =
        Optional.ofNullable(parsed.<String>matchedOptionValue("--profile", null));
    CredentialsReport report =
        CredentialsReport.of(
            GivenEnvironment.of(parsed),
            profile,
            parsed.hasMatchedOption("--live"),
            parsed.hasMatchedOption("--all"),
            CodePrompt.of(console));
    console
        .out()
        .print(
            switch (format) {
              case "json" -> CredentialsJson.document(report);
              case "markdown" -> new CredentialsMarkdown(report).render();
              default -> new CredentialsText(report, console.screen()).render();
            });
    return found(report.boto3()) ? Console.FINE : Console.DIAGNOSED;
  }

  private static boolean found(Resolution resolution) {
    return resolution.refused().isEmpty()
        && switch (resolution.outcome()) {
          case Outcome.Won _, Outcome.Open _ -> true;
          case Outcome.Nothing _, Outcome.Raises _ -> false;
        };
  }
}
