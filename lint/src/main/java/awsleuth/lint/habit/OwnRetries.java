package awsleuth.lint.habit;

import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;

/** Decorators of the file's own that call a function again when it raises. */
final class OwnRetries {

  private OwnRetries() {}

  /** Whether a decorator is a function of the file that tries again on every exception. */
  static boolean isOf(Program program, Node decorator) {
    Node named = decorator.is("call") ? decorator.child("function") : decorator;
    Node definition = program.function(named);
    List<Node> tries = new ArrayList<>();
    definition.walk(n -> {
      if (n.is("try_statement")) {
        tries.add(n);
      }
    });
    return tries.stream().anyMatch(t -> repeats(program, definition, t));
  }

  private static boolean repeats(Program program, Node definition, Node statement) {
    List<Node> calls = new ArrayList<>();
    statement
        .child("body")
        .walkOwn(n -> {
          if (n.is("call") && isGiven(program, definition, n.child("function"))) {
            calls.add(n);
          }
        });
    return !calls.isEmpty()
        && Handler.of(program, statement, calls).stream()
            .anyMatch(h -> RetriesStacked.isTry(program, h));
  }

  /** Whether it is a parameter of the decorator, or of a function in it that it returns. */
  private static boolean isGiven(Program program, Node definition, Node function) {
    return function.is("identifier")
        && program.boundAt(function).stream().anyMatch(b -> definition.holds(b) && isParameter(b));
  }

  private static boolean isParameter(Node bound) {
    return bound.parent().is("parameters") || bound.parent().is("typed_parameter");
  }
}
