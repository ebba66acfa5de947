package awsleuth.lint.habit;

import awsleuth.boto.retry.Repeated;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An {@code except} of a {@code try} whose body asks AWS for something.
 *
 * @param statement the {@code try}
 * @param clause the {@code except}
 * @param caught what it catches: dotted names, builtins by their names, empty where not known; none
 *     where it is bare
 * @param name the name of the exception; empty if it has none
 * @param body what it does
 * @param calls what the body of the {@code try} asks AWS for
 * @param afterClientError whether a handler before it takes the errors of services
 */
record Handler(
    Node statement,
    Node clause,
    List<String> caught,
    String name,
    Node body,
    List<Node> calls,
    boolean afterClientError) {

  static final String CLIENT_ERROR = "botocore.exceptions.ClientError";

  private static final Set<String> WIDE =
      Set.of("Exception", "BaseException", CLIENT_ERROR, "botocore.exceptions.BotoCoreError");

  private static final Set<String> NOTHING = Set.of("None", "False", "0", "\"\"", "''");

  private static final Set<String> EMPTY = Set.of("dictionary", "list", "tuple");

  private static final Set<String> PRINTING =
      Set.of("print", "debug", "info", "warning", "warn", "error", "critical", "log");

  private static final Set<String> CONVERTING = Set.of("str", "repr");

  private static final Set<String> SILENT =
      Set.of("pass_statement", "continue_statement", "ellipsis", "string");

  /** All handlers of a program around calls to AWS. */
  static List<Handler> all(Program program) {
    List<Handler> all = new ArrayList<>();
    for (Node statement : program.nodes("try_statement")) {
      List<Node> calls = new ArrayList<>();
      for (Node call : program.awsCalls(statement.child("body"))) {
        if (call.above("try_statement") == statement) {
          calls.add(call);
        }
      }
      if (!calls.isEmpty()) {
        all.addAll(of(program, statement, calls));
      }
    }
    return all;
  }

  /** The handlers of a {@code try} around calls. */
  static List<Handler> of(Program program, Node statement, List<Node> calls) {
    List<Handler> all = new ArrayList<>();
    boolean after = false;
    for (Node clause : statement.all("except_clause")) {
      Handler handler = of(program, statement, clause, calls, after);
      all.add(handler);
      after |= handler.catches(CLIENT_ERROR);
    }
    return all;
  }

  private static Handler of(
      Program program, Node statement, Node clause, List<Node> calls, boolean after) {
    Node value = clause.child("value");
    String name = "";
    if (value.is("as_pattern")) {
      name = value.child("alias").text();
      value = value.first();
    }
    List<String> caught = new ArrayList<>();
    if (value.is("tuple")) {
      value.children().forEach(c -> caught.add(path(program, c)));
    } else if (value.exists()) {
      caught.add(path(program, value));
    }
    return new Handler(statement, clause, caught, name, clause.last(), calls, after);
  }

  static String path(Program program, Node type) {
    boolean builtin =
        (type.isText("Exception") || type.isText("BaseException"))
            && program.boundAt(type).isEmpty();
    return builtin ? type.text() : program.path(type);
  }

  boolean isBare() {
    return !clause.child("value").exists();
  }

  /** Whether what it catches tells nothing of which failure it is. */
  boolean isWide() {
    return isBare() || caught.stream().anyMatch(WIDE::contains);
  }

  static boolean isWide(String path) {
    return WIDE.contains(path);
  }

  boolean catches(String path) {
    return caught.contains(path);
  }

  /** Whether it does nothing at all. */
  boolean isSilent() {
    return body.children().stream()
        .allMatch(s ->
            SILENT.contains(s.type())
                || (s.is("expression_statement") && SILENT.contains(s.first().type())));
  }

  /** Whether it gives the caller nothing, such as None or an empty dict, and does nothing else. */
  boolean givesNothing() {
    return body.children().size() == 1 && isNothing(body.first());
  }

  /** Whether it ends with giving the caller nothing. */
  boolean endsWithNothing() {
    return isNothing(body.last());
  }

  private static boolean isNothing(Node statement) {
    Node value = statement.first();
    return statement.is("return_statement")
        && (!value.exists()
            || NOTHING.contains(value.text())
            || (EMPTY.contains(value.type()) && value.children().isEmpty()));
  }

  boolean raises() {
    return has("raise_statement");
  }

  boolean has(String type) {
    boolean[] found = new boolean[1];
    body.walkOwn(n -> found[0] |= n.is(type));
    return found[0];
  }

  /** Whether the codes that it names are all such as botocore itself sends a call again for. */
  boolean looksForRetried() {
    List<String> named = new ArrayList<>();
    body.walk(n -> {
      if (n.is("string") && !n.parent().is("subscript")) {
        Literals.text(n).filter(t -> t.matches("[A-Z][A-Za-z0-9]+")).ifPresent(named::add);
      }
    });
    return !named.isEmpty() && Repeated.codesOfAnyService().containsAll(named);
  }

  /** Whether it uses the exception. */
  boolean usesException() {
    return uses(_ -> true);
  }

  /** Whether it uses the exception for more than a line of output. */
  boolean looksAtException() {
    return uses(n -> !isPrinted(n));
  }

  private boolean uses(Predicate<Node> counted) {
    boolean[] found = new boolean[1];
    body.walk(n ->
        found[0] |= !name.isEmpty() && n.is("identifier") && n.isText(name) && counted.test(n));
    return found[0];
  }

  /** Whether an exception is printed or logged as it is, with nothing taken out of it. */
  private boolean isPrinted(Node exception) {
    if (exception.parent().is("attribute") || exception.parent().is("subscript")) {
      return false;
    }
    for (Node at = exception.parent(); at != body && at.exists(); at = at.parent()) {
      if (at.is("call") && !CONVERTING.contains(at.child("function").text())) {
        String function = at.child("function").text();
        return at.parent().is("expression_statement")
            && PRINTING.contains(function.substring(function.lastIndexOf('.') + 1));
      }
    }
    return false;
  }

  /** Whether it ends the program, fails a test, or writes the exception without naming it. */
  boolean tells() {
    boolean[] found = new boolean[1];
    body.walk(n -> {
      if (n.is("call")) {
        String function = n.child("function").text();
        String last = function.substring(function.lastIndexOf('.') + 1);
        found[0] |=
            Set.of("exit", "_exit", "quit", "abort", "fail", "exception", "skip").contains(last)
                || function.startsWith("traceback.")
                || function.equals("sys.exc_info")
                || n.child("arguments").text().contains("exc_info");
      }
    });
    return found[0];
  }
}
