package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The same client is made again and again: in a loop, or for each request. */
final class ClientPerCall implements Habit {

  private static final Set<String> ROUTES =
      Set.of("route", "get", "post", "put", "delete", "patch");

  @Override
  public String id() {
    return "lint/client-per-call";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      Optional<Type.Caller> made = program.caller(call);
      if (made.isEmpty()) {
        continue;
      }
      String service = made.get().service();
      Node around =
          call.above(
              "for_statement",
              "while_statement",
              "if_statement",
              "except_clause",
              "conditional_expression",
              "boolean_operator",
              "list_comprehension",
              "set_comprehension",
              "dictionary_comprehension",
              "generator_expression",
              "lambda",
              "function_definition");
      boolean loop = around.is("for_statement") || around.is("while_statement");
      if (loop && around.child("body").holds(call) && isSame(program, call, outermost(around))) {
        tell(found, call, service, "in every turn of the loop");
      } else if (isComprehension(around)
          && around.child("body").holds(call)
          && isSame(program, call, outermost(around))) {
        tell(found, call, service, "in every turn of the loop");
      } else if (around.is("function_definition")
          && isPerRequest(around)
          && isSame(program, call, around)
          && !program.isOfModule(target(call))) {
        tell(found, call, service, "for every request");
      }
    }
  }

  private void tell(Found found, Node call, String service, String when) {
    found.add(
        this,
        call,
        "`" + Shown.made(call, service) + "` is made anew " + when,
        Fix.review("make it once, outside, and use it again", ""));
  }

  private static boolean isComprehension(Node node) {
    return node.type().endsWith("_comprehension") || node.is("generator_expression");
  }

  /** The name that a call's value gets, or the call itself. */
  private static Node target(Node call) {
    Node left = call.parent().is("assignment") ? call.parent().child("left") : Node.NONE;
    return left.is("identifier") ? left : call;
  }

  /** The outermost loop around a loop in a function: of its turns each may need one. */
  private static Node outermost(Node loop) {
    Node last = loop;
    for (Node at = loop; at.exists() && !at.is("function_definition"); at = at.parent()) {
      boolean loops = at.is("for_statement") || at.is("while_statement");
      last = loops || isComprehension(at) ? at : last;
    }
    return last;
  }

  /** Whether nothing in a call comes from within the loop or function around it. */
  private static boolean isSame(Program program, Node call, Node around) {
    boolean[] same = {!Literals.isOpen(call)};
    call.walk(n -> {
      boolean name =
          n.is("identifier")
              && !n.field().equals("attribute")
              && !(n.field().equals("name") && n.parent().is("keyword_argument"));
      if (name) {
        same[0] &= program.boundAt(n).stream().noneMatch(around::holds);
      }
      // What another function gives may differ each time; so may a member.
      boolean other = n.is("call") && n != call && !isSession(program, n);
      boolean member =
          n.is("attribute") && n != call.child("function") && program.path(n).isEmpty();
      same[0] &= !other && !member;
    });
    return same[0];
  }

  private static boolean isSession(Program program, Node call) {
    String path = program.path(call.child("function"));
    return path.equals("boto3.Session")
        || path.equals("botocore.config.Config")
        || path.equals("os.getenv")
        || path.equals("os.environ.get");
  }

  private static boolean isPerRequest(Node function) {
    List<Node> parameters = function.child("parameters").children();
    boolean lambda =
        parameters.size() == 2
            && parameters.get(0).text().replaceFirst("^_", "").startsWith("event")
            && parameters.get(1).text().replaceFirst("^_", "").startsWith("context")
            && function.child("name").text().contains("handler");
    return lambda || function.parent().all("decorator").stream().anyMatch(ClientPerCall::isRoute);
  }

  private static boolean isRoute(Node decorator) {
    Node call = decorator.first();
    Node function = call.child("function");
    return function.is("attribute")
        && ROUTES.contains(function.child("attribute").text())
        && Literals.text(Literals.argument(call, "rule", 0))
            .filter(r -> r.startsWith("/"))
            .isPresent();
  }
}
