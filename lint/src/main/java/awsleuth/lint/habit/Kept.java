package awsleuth.lint.habit;

import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.HashSet;
import java.util.Set;

/** Whether a client, or what makes some, is used long after it was made. */
final class Kept {

  private static final int DEEPEST = 4;

  private final Program program;

  /** The names that were looked at, which may be given to each other many times. */
  private final Set<Name> seen = new HashSet<>();

  /**
   * A name.
   *
   * @param function in which it is given; {@link Node#NONE} in none
   */
  private record Name(String text, Node function) {}

  private Kept(Program program) {
    this.program = program;
  }

  /**
   * Whether what a call gives outlives the function in which it is made and functions use it later,
   * or a loop without an end does; by another name or by a client that it makes, too.
   */
  static boolean is(Program program, Node call) {
    return new Kept(program).is(call, 0);
  }

  private boolean is(Node value, int depth) {
    Node left = value.parent().is("assignment") ? value.parent().child("left") : Node.NONE;
    if (left.is("attribute")) {
      return left.child("object").isText("self") && value.above("function_definition").exists();
    }
    if (!left.is("identifier") || depth > DEEPEST) {
      return false;
    }
    if (!seen.add(new Name(left.text(), left.above("function_definition")))) {
      return false;
    }
    boolean ofModule = program.isOfModule(left);
    return program.uses(left).stream()
        .anyMatch(u ->
            (ofModule && u.above("function_definition").exists())
                || isInEndlessLoop(u, left)
                || is(derived(u), depth + 1));
  }

  /** The name itself where another one is given to it, or the client or the like that it makes. */
  private Node derived(Node use) {
    Node method = use.parent();
    Node call = method.parent();
    boolean makes =
        method.is("attribute")
            && method.child("object") == use
            && call.is("call")
            && call.child("function") == method
            && program.type(call) instanceof Type.Way;
    return makes ? call : use;
  }

  /** Whether a loop that ends with the program uses what was made before it. */
  private boolean isInEndlessLoop(Node use, Node made) {
    Node loop = use.above("while_statement");
    if (!loop.child("condition").text().matches("True|1")
        || loop.holds(made)
        || program.bindings(made) > 1) {
      return false;
    }
    boolean[] ends = new boolean[1];
    loop.child("body").walkOwn(n -> ends[0] |= n.is("break_statement") || n.is("return_statement"));
    return !ends[0];
  }
}
