package awsleuth.app;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.check.PolicyChecks;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Severity;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth policy check FILE…}: what is wrong with policies, all of it at once. */
final class PolicyCommand implements CommandTree.Action {

  private static final List<String> TYPES =
      Arrays.stream(PolicyType.values()).map(PolicyCommand::label).toList();

  private final Main main;

  PolicyCommand(Main main) {
    this.main = main;
  }

  private static String label(PolicyType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
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
    if (!verb.equals("check")) {
      main.say("`policy` does only `check`, not `" + verb + "`");
      return Main.USAGE;
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      main.say("--type is " + String.join(", ", TYPES) + ", not `" + type + "`");
      return Main.USAGE;
    }
    int code = Main.FINE;
    for (String path : parsed.matchedPositionalValue(1, List.<String>of())) {
      code = Math.max(code, check(path, type));
    }
    return code;
  }

  private int check(String path, String type) {
    int code = Main.FINE;
    try {
      for (Path file : PolicyFile.files(path)) {
        code = Math.max(code, check(file, type));
      }
    } catch (InputException e) {
      main.say(String.valueOf(e.getMessage()));
      return Main.USAGE;
    }
    return code;
  }

  private int check(Path file, String type) throws InputException {
    List<Fault> faults = new ArrayList<>();
    for (Reading reading : readings(file, type)) {
      faults.addAll(reading.faults());
      reading.policy().ifPresent(p -> faults.addAll(PolicyChecks.of(p, IamCatalog.embedded())));
    }
    Screen screen = main.screen();
    List<Fault> sorted =
        faults.stream().distinct().sorted(Comparator.comparingInt(f -> f.at().start())).toList();
    for (Fault fault : sorted) {
      String place = Printable.of(file + ":" + fault.at());
      String severity = fault.code().severity().name().toLowerCase(Locale.ROOT);
      String painted =
          fault.code().severity() == Severity.ERROR
              ? screen.red(severity)
              : screen.yellow(severity);
      main.out()
          .println(
              place
                  + ": "
                  + painted
                  + ": "
                  + Printable.of(fault.message()).replace('\n', ' ')
                  + screen.dim("  " + fault.code()));
    }
    return faults.stream().anyMatch(f -> f.code().severity() != Severity.SUGGESTION)
        ? Main.DIAGNOSED
        : Main.FINE;
  }

  /** The documents of a file, as of the type that was said, else as each tells by itself. */
  private static List<Reading> readings(Path file, String type) throws InputException {
    for (PolicyType each : PolicyType.values()) {
      if (label(each).equals(type)) {
        return PolicyFile.read(file, each);
      }
    }
    return PolicyFile.each(file);
  }
}
