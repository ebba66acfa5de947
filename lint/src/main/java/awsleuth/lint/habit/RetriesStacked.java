package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Retries of the program's own around calls that botocore repeats already. */
final class RetriesStacked implements Habit {

  private static final Set<String> RETRYING =
      Set.of("tenacity.retry", "backoff.on_exception", "retrying.retry", "retry.retry");

  private static final Set<String> LOOKING =
      Set.of("retry", "giveup", "retry_on_exception", "retry_on_result");

  @Override
  public String id() {
    return "lint/retries-stacked";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node decorator : program.nodes("decorator")) {
      Node function = decorator.parent().child("definition");
      if (function.is("function_definition")
          && (isBlind(program, decorator.first()) || OwnRetries.isOf(program, decorator.first()))) {
        tell(program, found, decorator, repeated(program, function.child("body")));
      }
    }
    for (Handler h : Handler.all(program)) {
      if (isTry(program, h)) {
        tell(program, found, loop(h), h.calls());
      }
    }
  }

  private void tell(Program program, Found found, Node at, List<Node> calls) {
    for (Node call : calls) {
      if (botocoreRetries(program, call)) {
        found.add(
            this,
            at.is("for_statement") || at.is("while_statement") ? at.first() : at,
            "`" + Shown.method(call) + "` is repeated here, and by botocore within each try",
            Fix.template(
                "let botocore alone repeat it",
                "Config(retries={'mode': 'standard', 'total_max_attempts': <number>})"));
        return;
      }
    }
  }

  private static List<Node> repeated(Program program, Node body) {
    List<Node> calls = new ArrayList<>();
    for (Node call : program.awsCalls(body)) {
      Node inner = call.above("try_statement");
      if (!body.holds(inner)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** Whether the client of a call is sure to repeat it itself. */
  private static boolean botocoreRetries(Program program, Node call) {
    return program.type(call.child("function")) instanceof Type.Method m
        && m.owner() instanceof Type.Caller c
        && Setup.isRetrying(program, c.made());
  }

  /** Whether a decorator repeats on every exception, or on every one of botocore's. */
  private static boolean isBlind(Program program, Node decorator) {
    boolean called = decorator.is("call");
    String path = program.path(called ? decorator.child("function") : decorator);
    if (!RETRYING.contains(path)) {
      return false;
    }
    if (!called) {
      return true;
    }
    if (Literals.isOpen(decorator)) {
      return false;
    }
    if (path.equals("backoff.on_exception")) {
      return wide(program, Literals.argument(decorator, "exception", 1)) && !looks(decorator);
    }
    Node retry = Literals.argument(decorator, "retry");
    boolean byType =
        retry.is("call")
            && program.path(retry.child("function")).equals("tenacity.retry_if_exception_type");
    return byType
        ? wide(program, Literals.argument(retry, "exception_types", 0))
        : !looks(decorator);
  }

  private static boolean looks(Node decorator) {
    return decorator.child("arguments").all("keyword_argument").stream()
        .anyMatch(a -> LOOKING.contains(a.child("name").text()));
  }

  private static boolean wide(Program program, Node types) {
    return types.is("tuple")
        ? types.children().stream().anyMatch(t -> Handler.isWide(Handler.path(program, t)))
        : Handler.isWide(Handler.path(program, types));
  }

  private static Node loop(Handler h) {
    return h.statement().above("for_statement", "while_statement", "function_definition");
  }

  /**
   * Whether a handler makes a loop try again: it catches all, waits and does not look at the code,
   * and success leaves the loop, whose variable the call does not use.
   */
  static boolean isTry(Program program, Handler h) {
    Node loop = loop(h);
    // A loop that waits until something is there counts no tries.
    boolean counted = loop.is("for_statement") && loop.child("right").text().startsWith("range(");
    boolean counting = loop.is("while_statement") && counts(loop) && givesAtOnce(h.statement());
    boolean chooses = h.body().text().contains(".response") || (h.raises() && h.usesException());
    boolean looks = chooses && !h.looksForRetried();
    if (!(counted || counting) || !h.isWide() || looks) {
      return false;
    }
    String variable = loop.child("left").text();
    boolean same =
        variable.isEmpty()
            || h.calls().stream().noneMatch(c -> mentions(c.child("arguments"), variable));
    return same
        && waits(loop.child("body"))
        && leaves(h.statement(), h.clause())
        && !ends(h.body());
  }

  /** Whether the condition of a loop compares a number with a name that the loop counts up. */
  private static boolean counts(Node loop) {
    Node condition = loop.child("condition");
    boolean[] found = new boolean[1];
    loop.child("body")
        .walkOwn(n ->
            found[0] |=
                n.is("augmented_assignment")
                    && condition.is("comparison_operator")
                    && condition.children().stream()
                        .anyMatch(c -> c.is("identifier") && c.isText(n.first().text())));
    return found[0];
  }

  /** Whether what a call gives ends the loop whatever it is. */
  private static boolean givesAtOnce(Node statement) {
    List<Node> last = new ArrayList<>(List.of(statement.child("body").last()));
    statement.all("else_clause").forEach(e -> last.add(e.child("body").last()));
    return last.stream().anyMatch(n -> n.is("return_statement") || n.is("break_statement"));
  }

  private static boolean mentions(Node node, String name) {
    boolean[] found = new boolean[1];
    node.walk(n -> found[0] |= n.is("identifier") && n.isText(name));
    return found[0];
  }

  private static boolean waits(Node body) {
    boolean[] found = new boolean[1];
    body.walkOwn(
        n -> found[0] |= n.is("call") && n.child("function").text().matches("(?:\\w+\\.)?sleep"));
    return found[0];
  }

  private static boolean leaves(Node statement, Node clause) {
    boolean[] found = new boolean[1];
    Node body = statement.child("body");
    body.walkOwn(n -> found[0] |= n.is("return_statement") || n.is("break_statement"));
    statement
        .all("else_clause")
        .forEach(
            e -> e.walkOwn(n -> found[0] |= n.is("return_statement") || n.is("break_statement")));
    return found[0] && clause.exists();
  }

  /** Whether the handler itself ends the loop in any case. */
  private static boolean ends(Node body) {
    Node last = body.last();
    return last.is("raise_statement") || last.is("return_statement") || last.is("break_statement");
  }
}
