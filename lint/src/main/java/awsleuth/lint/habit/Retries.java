package awsleuth.lint.habit;

import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;

/** The settings of retries that a program writes as literals. */
final class Retries {

  private Retries() {}

  /** The dicts that are given to {@code Config(retries=…)}, or are assigned and given so. */
  static List<Node> all(Program program) {
    List<Node> all = new ArrayList<>();
    for (Node call : program.nodes("call")) {
      boolean config =
          program.type(call) instanceof Type.Config c && c.made().equals(List.of(call));
      Node retries = config ? Literals.argument(call, "retries") : Node.NONE;
      if (retries.is("dictionary")) {
        all.add(retries);
      }
    }
    return all;
  }
}
