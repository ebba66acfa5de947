package awsleuth.lint.habit;

import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;

/** What a call that makes a client says of its settings. */
final class Setup {

  private Setup() {}

  /** Whether all clients are made here, and none with a setting of that name. */
  static boolean isWithout(Program program, List<Node> made, String setting) {
    return !made.isEmpty() && made.stream().allMatch(m -> without(program, m, setting));
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
