package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS CLI command that does the same call again: the required parameters, with the values that
 * the evidence tells and {@code <placeholders>} for the rest. The program itself where the call is
 * not known.
 */
final class Reproduction {

  private Reproduction() {}

  static String command(Facts facts) {
    FailedCall call = facts.call();
    if (call.service().isEmpty() || call.operation().isEmpty()) {
      return program(facts);
    }
    AwsCatalog aws = facts.catalog();
    Optional<String> command = aws.cliCommand(call.service(), call.operation());
    return command.isEmpty() ? python(aws, call) : cli(facts, call, command.get());
  }

  /** The program that failed, where the traceback shows it. */
  private static String program(Facts facts) {
    for (Frame frame : facts.frames()) {
      if (frame.file().endsWith(".py") && !frame.file().contains("site-packages")) {
        return "python3 " + Literal.shell(frame.file());
      }
    }
    return "<the program or command that failed>";
  }

  /** The AWS CLI has no command for the operation. */
  private static String python(AwsCatalog aws, FailedCall call) {
    return "python3 -c 'import boto3; boto3.client(\""
        + Literal.name(call.service().replace("-", "_"), "<service>").replace("_", "-")
        + "\")."
        + Literal.name(aws.methodName(call.operation()), "<operation>")
        + "(<parameters>)'";
  }

  private static String cli(Facts facts, FailedCall call, String command) {
    AwsCatalog aws = facts.catalog();
    StringBuilder out = new StringBuilder("aws ");
    out.append(Literal.shell(aws.cliName(call.service()))).append(' ');
    out.append(Literal.shell(command));
    Map<String, String> known = facts.once(Parameters.class, Parameters::of).values();
    for (String member : required(aws, call)) {
      Optional<String> option = aws.cliOption(call.service(), call.operation(), member);
      if (option.isPresent()) {
        String value = Literal.shell(known.getOrDefault(member, ""), "<" + option.get() + ">");
        out.append(" --").append(option.get()).append(' ').append(value);
      }
    }
    if (aws.cliWritesFile(call.service(), call.operation())) {
      out.append(call.operation().equals("GetObject") ? " /dev/null" : " /dev/stdout");
    }
    if (aws.region(call.region()).isPresent()) {
      out.append(" --region ").append(call.region());
    }
    return out.toString();
  }

  private static List<String> required(AwsCatalog aws, FailedCall call) {
    Optional<Shape.Structure> input =
        aws.service(call.service()).flatMap(s -> s.input(call.operation()));
    return input
        .map(i ->
            i.members().stream()
                .filter(m -> m.required() && !m.idempotencyToken())
                .map(Shape.Member::name)
                .toList())
        .orElse(List.of());
  }
}
