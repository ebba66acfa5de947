package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.HashSet;
import java.util.Set;

/** A client that was made before a fork is used behind it. */
final class ClientAcrossForks implements Habit {

  @Override
  public String id() {
    return "lint/client-across-forks";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node worker : Workers.of(program, forked(program))) {
      shared(program, worker.child("body"), worker, found);
    }
    for (Node fork : program.nodes("call")) {
      if (program.path(fork.child("function")).equals("os.fork")) {
        Node child = child(program, fork);
        if (child.exists()) {
          shared(program, child, child, found);
        }
      }
    }
  }

  /** The kinds of processes that are forked: those that are spawned make clients of their own. */
  private static Set<String> forked(Program program) {
    Set<String> kinds = new HashSet<>(Workers.PROCESSES);
    for (Node call : program.nodes("call")) {
      Node function = call.child("function");
      String path = program.path(function);
      // Which method starts processes may be set by a module, a context or a variable.
      if (path.endsWith("set_start_method") || function.text().endsWith("set_start_method")) {
        return Set.of();
      }
      if (path.endsWith("ProcessPoolExecutor")
          && Literals.argument(call, "mp_context", 1).exists()) {
        kinds.removeIf(k -> k.endsWith("ProcessPoolExecutor"));
      }
      if (path.endsWith(".Pool") && Literals.argument(call, "context", 4).exists()) {
        kinds.removeIf(k -> k.endsWith(".Pool"));
      }
    }
    return kinds;
  }

  /** What the child of a fork runs, where the parent is told from it by {@code if pid == 0}. */
  private static Node child(Program program, Node fork) {
    String pid = fork.parent().is("assignment") ? fork.parent().child("left").text() : "";
    for (Node choice : program.nodes("if_statement")) {
      String condition = choice.child("condition").text().replace(" ", "");
      boolean zero =
          choice.child("condition").holds(fork)
              ? condition.endsWith("==0")
              : !pid.isEmpty()
                  && choice.start() > fork.end()
                  && (condition.equals(pid + "==0") || condition.equals("not" + pid));
      if (zero) {
        return choice.child("consequence");
      }
    }
    return Node.NONE;
  }

  private void shared(Program program, Node body, Node within, Found found) {
    boolean[] told = new boolean[1];
    body.walk(n -> {
      if (!told[0]
          && n.is("identifier")
          && isMade(program, n)
          && Workers.isFromOutside(program, n, within)) {
        told[0] = true;
        found.add(
            this,
            n,
            "`" + Shown.name(n) + "` was made before the fork and is used in the child",
            Fix.review(
                "make it in the child: in the function, or in the pool's `initializer`", ""));
      }
    });
  }

  private static boolean isMade(Program program, Node name) {
    if (name.field().equals("attribute")
        || (name.parent().is("keyword_argument") && name.field().equals("name"))) {
      return false;
    }
    return program.type(name) instanceof Type.Caller c && !c.made().isEmpty();
  }
}
