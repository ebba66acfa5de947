package awsleuth.lint.habit;

import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.OptionalInt;

/** What a call that makes a client says of its settings. */
final class Setup {

  private Setup() {}

  /** Whether all clients are made here, and none with a setting of that name. */
  static boolean isWithout(Program program, List<Node> made, String setting) {
    return !made.isEmpty() && made.stream().allMatch(m -> without(program, m, setting));
  }

  /**
   * The least number that the clients have for a setting.
   *
   * @return the greatest there is where one of them is not made here or says no such number
   */
  static int least(Program program, List<Node> made, String setting) {
    int least = Integer.MAX_VALUE;
    for (Node call : made) {
      if (Literals.isOpen(call)
          || !(program.type(Literals.argument(call, "config")) instanceof Type.Config c)) {
        return Integer.MAX_VALUE;
      }
      for (Node config : c.made()) {
        OptionalInt number = Literals.number(Literals.argument(config, setting));
        if (number.isEmpty()) {
          return Integer.MAX_VALUE;
        }
        least = Math.min(least, number.getAsInt());
      }
    }
    return least;
  }

  /** Whether all clients are made here, and each repeats calls as far as is written. */
  static boolean isRetrying(Program program, List<Node> made) {
    return !made.isEmpty()
        && made.stream().allMatch(m -> without(program, m, "retries") || retries(program, m));
  }

  /** Whether a client has settings of retries that are written out and leave some. */
  private static boolean retries(Program program, Node made) {
    if (Literals.isOpen(made)
        || !(program.type(Literals.argument(made, "config")) instanceof Type.Config c)) {
      return false;
    }
    return c.made().stream()
        .allMatch(m -> {
          Node retries = Literals.argument(m, "retries");
          int total = Literals.number(Literals.entry(retries, "total_max_attempts")).orElse(2);
          int more = Literals.number(Literals.entry(retries, "max_attempts")).orElse(1);
          return !Literals.isOpen(m)
              && retries.is("dictionary")
              && retries.all("dictionary_splat").isEmpty()
              && total > 1
              && more > 0;
        });
  }

  private static boolean without(Program program, Node made, String setting) {
    if (Literals.isOpen(made) || made.child("arguments").children().size() > 9) {
      return false;
    }
    Node config = Literals.argument(made, "config");
    if (!config.exists()) {
      return true;
    }
    // What is merged with another config is not a Config of which all is known.
    return program.type(config) instanceof Type.Config c
        && c.made().stream()
            .allMatch(m -> !Literals.isOpen(m) && !Literals.argument(m, setting).exists());
  }
}
