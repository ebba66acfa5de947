package awsleuth.app.report;

import awsleuth.app.command.Action;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.LogZone;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.Redaction;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth report DIAGNOSIS.json|FOLDER}: the record of an incident. */
public final class ReportCommand implements Action {

  private static final List<String> FORMATS = List.of("markdown", "html");

  private final Console console;

  /** On a console. */
  public ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "report",
            "report [OPTION…] DIAGNOSIS.json [FOLDER…]|FOLDER",
            "Writes the record of an incident: timeline, what was tried, root cause, fix, proof and"
                + " lesson, each line with its source. The same input gives the same bytes.",
            "  awsleuth report incident/ > record.md",
            "  awsleuth report incident/ --format html --output record.html",
            "  awsleuth report diagnosis.json --log-zone Europe/Berlin --redact");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DIAGNOSIS.json|FOLDER")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "what awsleuth --format json wrote, and folders of its files where they are not"
                    + " beside it; or files and folders of evidence; - is standard input")
            .build());
    Options.words(spec, "--format", "FORM", FORMATS, "markdown (the default) or html");
    Options.text(spec, "--output", "FILE", "write to FILE, not to standard output");
    LogZone.add(spec, "their place is left open");
    Options.flag(spec, "--redact", "replace account ids, names in ARNs, host names and addresses");
    CatalogOption.add(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "markdown");
    if (!FORMATS.contains(format)) {
      return usage("--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
    }
    Optional<ZoneId> zone;
    try {
      zone = LogZone.of(parsed);
    } catch (InputException e) {
      return usage(String.valueOf(e.getMessage()));
    }
    Redaction redaction = parsed.hasMatchedOption("--redact") ? Redaction.fresh() : Redaction.NONE;
    try {
      List<String> names = parsed.matchedPositionalValue(0, List.<String>of());
      Subject subject = Subject.of(names, CatalogOption.of(parsed), redaction, console);
      if (subject.diagnosis().failures().isEmpty()) {
        console.say(String.join(", ", names) + ": no failed AWS call found, so nothing to record");
        return subject.isWhole() ? Console.FINE : Console.USAGE;
      }
      IncidentRecord record = subject.record(zone).with(redaction::apply);
      write(
          format.equals("html") ? HtmlRecord.of(record) : MarkdownRecord.of(record),
          parsed.matchedOptionValue("--output", Inputs.STANDARD_INPUT));
      return subject.isWhole() ? Console.DIAGNOSED : Console.USAGE;
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int usage(String message) {
    return console.usage(message, "report");
  }

  private void write(String text, String file) throws InputException {
    if (file.equals(Inputs.STANDARD_INPUT)) {
      console.out().print(text);
      return;
    }
    try {
      Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new InputException(file + ": cannot be written (" + Inputs.reason(e) + ")");
    }
  }
}
