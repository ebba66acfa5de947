package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;

/** A {@code Config} is made and no client gets it. */
final class ConfigNotPassed implements Habit {

  @Override
  public String id() {
    return "lint/config-not-passed";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public boolean inTests() {
    return true;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      boolean config =
          program.type(call) instanceof Type.Config c && c.made().equals(List.of(call));
      if (config && isLost(program, call)) {
        found.add(
            this,
            call,
            "these settings reach no client: the `Config` is not passed",
            Fix.template(
                "pass it where the client is made", "boto3.client('<service>', config=config)"));
      }
    }
  }

  private static boolean isLost(Program program, Node call) {
    Node parent = call.parent();
    if (parent.is("expression_statement")) {
      return true;
    }
    Node name = parent.child("left");
    boolean assigned = parent.is("assignment") && parent.child("right") == call;
    if (!assigned || !name.is("identifier") || parent.parent().is("assignment")) {
      return false;
    }
    // Others may import what belongs to the module.
    boolean local = call.above("function_definition").exists() && !program.isOfModule(name);
    return local && program.uses(name).isEmpty() && !isPassedOn(call.above("function_definition"));
  }

  /** Whether all local names may be used at once. */
  private static boolean isPassedOn(Node function) {
    boolean[] found = new boolean[1];
    function.walk(n ->
        found[0] |=
            n.is("call")
                && (n.child("function").isText("locals")
                    || n.child("function").isText("eval")
                    || n.child("function").isText("exec")));
    return found[0];
  }
}
