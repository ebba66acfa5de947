package awsleuth.app.policy;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.Remarks;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Progress;
import awsleuth.app.terminal.Screen;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Severity;
import awsleuth.iam.policy.PolicyType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth policy check FILE…}: what is wrong with policies, all of it at once. */
public final class PolicyCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final List<String> TYPES =
      Arrays.stream(PolicyType.values()).map(PolicyCommand::label).toList();

  private final Console console;

  /** On a console. */
  public PolicyCommand(Console console) {
    this.console = console;
  }

  private static String label(PolicyType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "policy",
            "policy check [OPTION…] FILE…",
            "Says what is wrong with policies: what AWS refuses, and what does nothing.",
            "  awsleuth policy check role-policy.json",
            "  awsleuth policy check --type resource bucket-policy.json",
            "  awsleuth policy check policies/");
    Options.words(
        spec,
        "--type",
        "TYPE",
        TYPES,
        "what the policies are attached to; else they tell by themselves: "
            + WrongUsage.listed(TYPES));
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("check")
            .arity("1")
            .type(String.class)
            .completionCandidates(List.of("check"))
            .description("what to do with them")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1..*")
            .paramLabel("FILE")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("policies, or folders of them; also as AWS's commands print them")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String verb = parsed.matchedPositionalValue(0, "");
    String type = parsed.matchedOptionValue("--type", "");
    String format = parsed.matchedOptionValue("--format", "text");
    if (!verb.equals("check")) {
      console.say("`policy` does only `check`, not `" + verb + "`");
      return Console.USAGE;
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      console.say("--type is " + String.join(", ", TYPES) + ", not `" + type + "`");
      return Console.USAGE;
    }
    if (!FORMATS.contains(format)) {
      console.say("--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
      return Console.USAGE;
    }
    Remarks remarks = new Remarks(console, new Progress(console.err()));
    PolicyCheck check = new PolicyCheck(type(type), remarks);
    parsed.matchedPositionalValue(1, List.<String>of()).forEach(check::look);
    if (format.equals("json")) {
      console.out().print(PolicyJson.document(check));
    } else {
      check.found().forEach(f -> console.out().println(line(f)));
    }
    return remarks.hasErrors()
        ? Console.USAGE
        : check.isFaulty() ? Console.DIAGNOSED : Console.FINE;
  }

  private static Optional<PolicyType> type(String word) {
    return Arrays.stream(PolicyType.values()).filter(t -> label(t).equals(word)).findFirst();
  }

  private String line(PolicyCheck.Found found) {
    Fault fault = found.fault();
    Screen screen = console.screen();
    String severity = PolicyJson.severity(fault);
    return Printable.line(found.file() + ":" + fault.at())
        + ": "
        + (fault.code().severity() == Severity.ERROR
            ? screen.red(severity)
            : screen.yellow(severity))
        + ": "
        + Printable.line(fault.message())
        + screen.dim("  " + fault.code());
  }
}
