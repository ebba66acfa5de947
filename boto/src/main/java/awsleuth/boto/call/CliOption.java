package awsleuth.boto.call;

import awsleuth.aws.Shape;
import java.util.Optional;

/**
 * An option of a command of the AWS CLI.
 *
 * @param name with its hyphens
 * @param member the member of the operation's input that it gives; empty for one of the CLI's own
 * @param negates whether it gives {@code false}
 * @param required whether the CLI refuses the command without it
 */
record CliOption(
    String name, Optional<Shape.Member> member, Values values, boolean negates, boolean required) {

  /** How many words follow an option. */
  enum Values {
    NONE,
    ONE,
    PERHAPS_ONE,
    ANY
  }

  static CliOption own(String name, Values values) {
    return new CliOption(name, Optional.empty(), values, false, false);
  }
}
