package awsleuth.app;

import awsleuth.boto.credentials.CredentialsBatch;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.core.read.Readers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code awsleuth credentials}: which credentials and Region boto3 would use, and why. */
final class CredentialsCommand implements CommandTree.Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  private final Main main;

  CredentialsCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "credentials",
            "credentials [OPTION…]",
            "Shows which credentials and which Region boto3 would use here, every place that it"
                + " looks in and why not, what hides what, and where the AWS CLI does otherwise."
                + " Nothing is asked or run without --live.",
            "  awsleuth credentials",
            "  awsleuth credentials --profile prod",
            "  awsleuth credentials --profile prod --live",
            "  awsleuth credentials --env lambda.env --home /mnt/home/app");
    text(spec, "--profile", "NAME", "the profile given to boto3.Session or to the CLI");
    text(spec, "--env", "FILE", "take the variables from FILE, as `env` prints them");
    text(spec, "--home", "DIR", "look for ~/.aws in DIR");
    spec.addOption(
        OptionSpec.builder("--format")
            .type(String.class)
            .paramLabel("FORM")
            .completionCandidates(FORMATS)
            .description("text (the default), json or markdown")
            .build());
    spec.addOption(
        OptionSpec.builder("--live")
            .description(
                "do what boto3 would: ask metadata, container, SSO and STS endpoints, run"
                    + " credential_process")
            .build());
    spec.addOption(
        OptionSpec.builder("--batch")
            .description("read one JSON object a line from standard input, answer likewise")
            .build());
    spec.addOption(
        OptionSpec.builder("--reveal")
            .description("with --batch: show the keys of the records whole")
            .build());
    return spec;
  }

  private static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      if (parsed.hasMatchedOption("--batch")) {
        if (parsed.hasMatchedOption("--live")) {
          throw new InputException("--live does not go with --batch");
        }
        batch(parsed.hasMatchedOption("--reveal"));
        return Main.FINE;
      }
      return report(parsed);
    } catch (InputException e) {
      main.say(String.valueOf(e.getMessage()));
      return Main.USAGE;
    } catch (IOException e) {
      main.say("standard input cannot be read (" + Inputs.reason(e) + ")");
      return Main.USAGE;
    }
  }

  private void batch(boolean reveal) throws IOException {
    Instant now = Instant.now();
    CredentialsBatch batch =
        reveal ? CredentialsBatch.revealing(now) : CredentialsBatch.masking(Readers::harmless, now);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(main.in(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        main.out().print(batch.answer(line) + "\n");
      }
    }
    main.out().flush();
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
        CredentialsReport.of(environment(parsed), profile, parsed.hasMatchedOption("--live"));
    main.out()
        .print(
            switch (format) {
              case "json" -> CredentialsJson.document(report);
              case "markdown" -> new CredentialsMarkdown(report).render();
              default -> new CredentialsText(report, main.screen()).render();
            });
    return found(report.boto3()) ? Main.FINE : Main.DIAGNOSED;
  }

  private static Map<String, String> environment(CommandLine.ParseResult parsed)
      throws InputException {
    String file = parsed.matchedOptionValue("--env", "");
    Map<String, String> environment =
        new LinkedHashMap<>(file.isEmpty() ? System.getenv() : EnvironmentFile.read(file));
    String home = parsed.matchedOptionValue("--home", "");
    environment.putIfAbsent("HOME", System.getProperty("user.home"));
    if (!home.isEmpty()) {
      environment.put("HOME", home);
    }
    return environment;
  }

  private static boolean found(Resolution resolution) {
    return resolution.refused().isEmpty()
        && switch (resolution.outcome()) {
          case Outcome.Won _, Outcome.Open _ -> true;
          case Outcome.Nothing _, Outcome.Raises _ -> false;
        };
  }
}
