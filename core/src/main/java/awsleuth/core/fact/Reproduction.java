package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import awsleuth.core.evidence.FailedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS CLI command that does the same call again: the required parameters, with the values that
 * the evidence tells and {@code <placeholders>} for the rest.
 */
final class Reproduction {

  private Reproduction() {}

  static String command(Facts facts) {
    FailedCall call = facts.call();
    if (call.service().isEmpty() || call.operation().isEmpty()) {
      return "aws sts get-caller-identity";
    }
    AwsCatalog aws = facts.catalog();
    StringBuilder out = new StringBuilder("aws ");
    out.append(Literal.shell(aws.cliName(call.service()))).append(' ');
    out.append(Literal.shell(aws.commandName(call.operation())));
    Map<String, String> known = facts.once(Parameters.class, Parameters::of).values();
    for (String member : required(aws, call)) {
      String option = aws.commandName(member);
      String value = Literal.shell(known.getOrDefault(member, ""), "<" + option + ">");
      out.append(" --").append(option).append(' ').append(value);
    }
    if (call.operation().equals("Invoke")) {
      out.append(" /dev/stdout");
    } else if (call.operation().equals("GetObject")) {
      out.append(" /dev/null");
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
