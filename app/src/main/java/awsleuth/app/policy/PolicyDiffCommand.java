package awsleuth.app.policy;

import awsleuth.app.command.BatchLines;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.diff.Undecided;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code awsleuth policy diff OLD NEW}: what a change of policies really changes. */
final class PolicyDiffCommand {

  private final Console console;
  private final Optional<PolicyType> type;
  private final List<Undecided> refused = new ArrayList<>();

  /**
   * On a console.
   *
   * @param type what the policies are attached to; empty where they tell by themselves
   */
  PolicyDiffCommand(Console console, Optional<PolicyType> type) {
    this.console = console;
    this.type = type;
  }

  int batch() {
    return BatchLines.answer(console, new PolicyDiffBatch(type));
  }

  int run(String before, String after, String format) {
    try {
      Compared compared = compare(before, after);
      console
          .out()
          .print(
              switch (format) {
                case "json" -> PolicyDiffJson.document(compared);
                case "markdown" -> PolicyDiffMarkdown.render(compared);
                default -> PolicyDiffText.render(compared, console.screen());
              });
      return compared.report().isSame() ? Console.FINE : Console.DIAGNOSED;
    } catch (InputException e) {
      String.valueOf(e.getMessage()).lines().forEach(console::say);
      return Console.USAGE;
    }
  }

  private Compared compare(String before, String after) throws InputException {
    Side first = Side.of(before);
    Side second = Side.of(after);
    List<Policy> old = policies(first.path());
    List<Policy> now = policies(second.path());
    PolicyType one = oneType(old, now);
    first.look(old, one);
    second.look(now, one);
    return new Compared(first.path(), second.path(), one, report(old, now));
  }

  /** What AWS refuses may never come into force, so that nothing is said of it for all requests. */
  private PolicyDiff.Report report(List<Policy> old, List<Policy> now) {
    return PolicyDiff.of(old, now, IamCatalog.embedded()).with(refused);
  }

  private List<Policy> policies(String name) throws InputException {
    List<Policy> policies = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Path file : PolicyFile.files(name)) {
      for (Reading reading :
          type.isPresent() ? PolicyFile.read(file, type.get()) : PolicyFile.each(file)) {
        reading.policy().ifPresent(policies::add);
        for (Fault fault : reading.faults()) {
          if (reading.policy().isEmpty()) {
            errors.add(PolicyFile.line(file, fault));
          } else if (fault.code().severity() == Fault.Severity.ERROR) {
            console.say(PolicyFile.line(file, fault));
            refused.add(RefusedPolicy.undecided(file.toString(), fault));
          }
        }
      }
    }
    if (policies.isEmpty() || !errors.isEmpty()) {
      errors.add(Printable.of(name) + ": cannot be compared");
      throw new InputException(String.join("\n", errors));
    }
    return policies;
  }

  private static PolicyType oneType(List<Policy> old, List<Policy> now) throws InputException {
    List<Policy> all = new ArrayList<>(old);
    all.addAll(now);
    List<PolicyType> types = all.stream().map(Policy::type).distinct().toList();
    if (types.size() > 1) {
      throw new InputException(
          "the policies are of different types ("
              + types.stream().map(PolicyType::words).collect(Collectors.joining(", "))
              + "); say with --type which is meant");
    }
    return types.getFirst();
  }
}
