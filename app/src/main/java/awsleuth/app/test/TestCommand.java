package awsleuth.app.test;

import awsleuth.app.command.Action;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth test DIAGNOSIS.json}: the failure as a test, red before the fix, green after. */
public final class TestCommand implements Action {

  private static final List<String> STATES = List.of("before", "after");
  private static final String TARGET = "[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*:[A-Za-z_]\\w*";

  private final Console console;

  /** On a console. */
  public TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "test",
            "test [OPTION…] DIAGNOSIS.json",
            "Writes a pytest file that fails as the call did and passes after the fix.",
            "  awsleuth --format json incident/ > diagnosis.json",
            "  awsleuth test diagnosis.json --output test_incident.py",
            "  awsleuth test diagnosis.json --state after --output test_fixed.py",
            "  awsleuth test diagnosis.json --kind stubber --target app.orders:load");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("DIAGNOSIS.json")
            .arity("1")
            .type(String.class)
            .description("what awsleuth --format json wrote; - is standard input")
            .build());
    Options.words(
        spec,
        "--kind",
        "KIND",
        TestKind.NAMES,
        "what plays the service: stubber, moto, server or policy; the best for the cause where it"
            + " is not given");
    Options.words(
        spec,
        "--state",
        "STATE",
        STATES,
        "before (the default): the code as it failed; after: with the fix of the diagnosis");
    Options.text(spec, "--cause", "ID", "test this cause of the diagnosis, not the first");
    Options.text(
        spec,
        "--target",
        "MODULE:FUNCTION",
        "test this function, which is given the client, in place of code in the file");
    Options.text(spec, "--output", "FILE", "write the file there, not on standard output");
    CatalogOption.add(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      String kind = oneOf(parsed, "--kind", TestKind.NAMES);
      String state = oneOf(parsed, "--state", STATES);
      Optional<String> target = target(parsed, state);
      String name = parsed.matchedPositionalValue(0, "");
      List<ToldFailure> calls =
          ToldDiagnosis.read(name, NamedFile.of(name, console.in()).text()).failures();
      AwsCatalog catalog = CatalogOption.of(parsed);
      Subject subject =
          Chosen.of(name, calls, parsed.matchedOptionValue("--cause", ""))
              .subject(catalog, state.equals("after"), target);
      Choice choice = new Choice(subject, catalog, console);
      String text = kind.isEmpty() ? choice.best() : choice.of(TestKind.named(kind).orElseThrow());
      write(text, parsed.matchedOptionValue("--output", ""));
      return Console.FINE;
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private static String oneOf(CommandLine.ParseResult parsed, String option, List<String> allowed)
      throws InputException {
    String value = parsed.matchedOptionValue(option, "");
    if (!value.isEmpty() && !allowed.contains(value)) {
      throw new InputException(
          option + " is " + String.join(" or ", allowed) + ", not `" + Printable.of(value) + "`");
    }
    return value;
  }

  private static Optional<String> target(CommandLine.ParseResult parsed, String state)
      throws InputException {
    String target = parsed.matchedOptionValue("--target", "");
    if (!target.isEmpty() && !target.matches(TARGET)) {
      throw new InputException(
          "--target is a module and a function, such as app.orders:load, not `"
              + Printable.line(target)
              + "`");
    }
    if (!target.isEmpty() && !state.isEmpty()) {
      throw new InputException("--state is about code in the file; --target names other code");
    }
    return Optional.of(target).filter(t -> !t.isEmpty());
  }

  private void write(String text, String output) throws InputException {
    if (output.isEmpty()) {
      console.out().print(text);
      return;
    }
    try {
      Files.writeString(Path.of(output), text, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new InputException(Printable.line(output) + ": cannot be written");
    }
  }
}
