package awsleuth.lint.habit;

import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/** The functions of a program that other threads or processes run. */
final class Workers {

  private static final Set<String> GIVING =
      Set.of(
          "submit",
          "map",
          "imap",
          "imap_unordered",
          "map_async",
          "starmap",
          "starmap_async",
          "apply",
          "apply_async");

  static final Set<String> PROCESSES =
      Set.of(
          "multiprocessing.Process",
          "multiprocessing.Pool",
          "multiprocessing.pool.Pool",
          "multiprocessing.process.Process",
          "concurrent.futures.ProcessPoolExecutor",
          "concurrent.futures.process.ProcessPoolExecutor");

  static final Set<String> THREADS =
      Set.of(
          "threading.Thread",
          "threading.Timer",
          "multiprocessing.pool.ThreadPool",
          "multiprocessing.dummy.Pool",
          "concurrent.futures.ThreadPoolExecutor",
          "concurrent.futures.thread.ThreadPoolExecutor");

  private Workers() {}

  /** The functions that workers of those kinds run, where they are of this file. */
  static Set<Node> of(Program program, Set<String> kinds) {
    Set<Node> functions = new LinkedHashSet<>();
    for (Node call : program.nodes("call")) {
      Node given = Node.NONE;
      if (program.type(call) instanceof Type.Made m && kinds.contains(m.path())) {
        given =
            m.path().endsWith("Timer")
                ? Literals.argument(call, "function", 1)
                : Literals.argument(call, "target");
      } else if (program.type(call.child("function")) instanceof Type.Method m
          && m.owner() instanceof Type.Made pool
          && kinds.contains(pool.path())
          && GIVING.contains(m.name())) {
        given = Literals.argument(call, "func", 0);
      }
      Node function = given.exists() ? program.function(given) : Node.NONE;
      if (function.exists()) {
        functions.add(function);
      }
    }
    return functions;
  }

  /** Whether an identifier has its values outside of a function. */
  static boolean isFromOutside(Program program, Node identifier, Node function) {
    return !program.boundAt(identifier).isEmpty()
        && program.boundAt(identifier).stream().noneMatch(function::holds);
  }
}
