package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import java.util.Map;

/**
 * {@code --count} of {@code aws ec2 run-instances}, which stands for two parameters: {@code 2} or
 * {@code 1:2}.
 */
final class InstanceCount {

  static final String OPTION = "--count";

  /** What the CLI says of a value that is no number. */
  static final String REFUSAL = "count parameter should be of form min[:max] (e.g. 1 or 1:10)";

  private static final Str LEAST = new Str("MinCount");
  private static final Str MOST = new Str("MaxCount");

  private InstanceCount() {}

  static boolean isOf(Operation operation) {
    return operation.name().equals("RunInstances");
  }

  /** The option with its value after a space; empty for other operations and without a number. */
  static String option(Operation operation, Dict params) {
    if (!isOf(operation) || !(params.entries().get(LEAST) instanceof Int(var least))) {
      return "";
    }
    return params.entries().get(MOST) instanceof Int(var most) && !most.equals(least)
        ? " " + OPTION + " " + least + ":" + most
        : " " + OPTION + " " + least;
  }

  /** Whether an option is one that the API has and the command has not. */
  static boolean isPart(Operation operation, String option) {
    return isOf(operation) && (option.equals("--min-count") || option.equals("--max-count"));
  }

  /** The parameter of such an option. */
  static String parameter(String option) {
    return option.equals("--min-count") ? LEAST.value() : MOST.value();
  }

  /** Puts the number that such an option was given; whether it is one. */
  static boolean part(String option, String value, Map<PyValue, PyValue> params) {
    boolean number = value.matches("\\d{1,9}");
    if (number) {
      params.put(new Str(parameter(option)), Int.of(Long.parseLong(value)));
    }
    return number;
  }

  /** Puts in one instance, as the CLI does where no number is given. */
  static void complete(Map<PyValue, PyValue> params) {
    params.putIfAbsent(MOST, params.getOrDefault(LEAST, Int.of(1)));
    params.putIfAbsent(LEAST, Int.of(1));
  }

  /** Puts what a value of the option stands for; whether it is one. */
  static boolean read(String value, Map<PyValue, PyValue> params) {
    int colon = value.indexOf(':');
    String least = colon < 0 ? value : value.substring(0, colon);
    String most = value.substring(colon + 1);
    if (!least.matches("\\d{1,9}") || !most.matches("\\d{1,9}")) {
      return false;
    }
    params.put(LEAST, Int.of(Long.parseLong(least)));
    params.put(MOST, Int.of(Long.parseLong(most)));
    return true;
  }
}
