package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS CLI command that does the same call again: the required parameters, with the values that
 * the denial's ARN and literals in the program's code tell and {@code <placeholders>} for the rest.
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
    out.append(aws.cliName(call.service())).append(' ').append(aws.commandName(call.operation()));
    Map<String, String> known = literals(facts.frames());
    arn(facts, known);
    for (String member : required(aws, call)) {
      String option = aws.commandName(member);
      String value = known.getOrDefault(member, "<" + option + ">");
      out.append(" --").append(option).append(' ').append(quoted(value));
    }
    if (call.operation().equals("Invoke") || call.operation().equals("GetObject")) {
      out.append(" /dev/stdout");
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

  /** {@code Name='value'} in the program's own code, the innermost frame first. */
  private static Map<String, String> literals(List<Frame> frames) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = frames.size() - 1; i >= 0; i--) {
      String code = frames.get(i).code();
      for (int at = code.indexOf('='); at > 0; at = code.indexOf('=', at + 1)) {
        int open = at + 1;
        char quote = open < code.length() ? code.charAt(open) : ' ';
        int close = quote == '\'' || quote == '"' ? code.indexOf(quote, open + 1) : -1;
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(code.charAt(start - 1))) {
          start--;
        }
        if (close > open && start < at && Character.isUpperCase(code.charAt(start))) {
          found.putIfAbsent(code.substring(start, at), code.substring(open + 1, close));
        }
      }
    }
    return found;
  }

  /** What the resource of the denial tells. */
  private static void arn(Facts facts, Map<String, String> known) {
    if (!(facts.denial() instanceof Fact.Known<Denial> denial)) {
      return;
    }
    String resource = denial.value().resource();
    if (resource.startsWith("arn:") && resource.contains(":s3:::")) {
      String path = resource.substring(resource.indexOf(":::") + 3);
      int slash = path.indexOf('/');
      known.putIfAbsent("Bucket", slash < 0 ? path : path.substring(0, slash));
      if (slash > 0 && slash < path.length() - 1) {
        known.putIfAbsent("Key", path.substring(slash + 1));
      }
    } else if (resource.startsWith("arn:")) {
      String name = resource.substring(resource.lastIndexOf(':') + 1);
      String last = name.substring(name.lastIndexOf('/') + 1);
      for (String member :
          List.of("RoleName", "UserName", "TableName", "FunctionName", "SecretId", "StackName")) {
        if (!last.isEmpty() && last.indexOf('*') < 0) {
          known.putIfAbsent(member, last);
        }
      }
      known.putIfAbsent("RoleArn", resource);
      known.putIfAbsent("KeyId", resource);
      known.putIfAbsent("TopicArn", resource);
    }
  }

  /** A value as a POSIX shell takes it. */
  private static String quoted(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "-_./:=+@%,".indexOf(c) >= 0;
      if (!plain && !(value.startsWith("<") && value.endsWith(">"))) {
        return "'" + value.replace("'", "'\\''") + "'";
      }
    }
    return value;
  }
}
