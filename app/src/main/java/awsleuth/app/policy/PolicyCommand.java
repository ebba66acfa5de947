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

/**
 * {@code awsleuth policy check FILE…}: what is wrong with policies, all of it at once; {@code
 * awsleuth policy diff OLD NEW}: what a change of policies really changes.
 */
public final class PolicyCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json");
  private static final List<String> DIFF_FORMATS = List.of("text", "json", "markdown");
  private static final List<String> VERBS = List.of("check", "diff");
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
            "policy check [OPTION…] FILE…\n       awsleuth policy diff [OPTION…] OLD NEW",
            "check says what is wrong with policies: what AWS refuses, and what does nothing."
                + " diff says which requests become allowed or denied, of all there are.",
            "  awsleuth policy check role-policy.json",
            "  awsleuth policy check --type resource bucket-policy.json",
            "  awsleuth policy check policies/",
            "  awsleuth policy diff old.json new.json",
            "  awsleuth policy diff --batch < pairs.jsonl");
    Options.words(
        spec,
        "--type",
        "TYPE",
        TYPES,
        "what the policies are attached to; else they tell by themselves: "
            + WrongUsage.listed(TYPES));
    Options.words(
        spec,
        "--format",
        "FORM",
        DIFF_FORMATS,
        "text (the default) or json; of diff also markdown");
    Options.batch(spec);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("VERB")
            .arity("1")
            .type(String.class)
            .completionCandidates(VERBS)
            .description("check or diff: what to do with them")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("1..*")
            .paramLabel("FILE")
            .arity("0..*")
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
    List<String> files = parsed.matchedPositionalValue(1, List.<String>of());
    boolean diff = verb.equals("diff");
    List<String> formats = diff ? DIFF_FORMATS : FORMATS;
    if (!VERBS.contains(verb)) {
      return wrong("`policy` does only `check` and `diff`, not `" + Printable.line(verb) + "`");
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      return wrong(
          "--type is " + String.join(", ", TYPES) + ", not `" + Printable.line(type) + "`");
    }
    if (!formats.contains(format)) {
      return wrong(
          "--format is " + WrongUsage.listed(formats) + ", not `" + Printable.line(format) + "`");
    }
    if (!diff) {
      return check(files, type(type), format);
    }
    PolicyDiffCommand command = new PolicyDiffCommand(console, type(type));
    if (parsed.hasMatchedOption("--batch")) {
      return command.batch();
    }
    return files.size() == 2
        ? command.run(files.getFirst(), files.getLast(), format)
        : console.usage("policy diff needs two files, OLD and NEW", "policy");
  }

  private int wrong(String why) {
    console.say(why);
    return Console.USAGE;
  }

  private int check(List<String> files, Optional<PolicyType> type, String format) {
    if (files.isEmpty()) {
      return console.usage("policy needs FILE", "policy");
    }
    Remarks remarks = new Remarks(console, new Progress(console.err()));
    PolicyCheck check = new PolicyCheck(type, remarks);
    files.forEach(check::look);
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
