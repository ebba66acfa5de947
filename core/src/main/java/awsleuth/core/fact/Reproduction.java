package awsleuth.core.fact;

/** The AWS CLI command that does the same call again. */
final class Reproduction {

  private Reproduction() {}

  static String command(Facts facts) {
    String service = facts.call().service();
    String operation = facts.call().operation();
    if (service.isEmpty() || operation.isEmpty()) {
      return "aws sts get-caller-identity";
    }
    return "aws " + service + " " + operation;
  }
}
