package awsleuth.lint.habit;

import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.List;

/** What a program expects to fail. */
final class Expected {

  private static final List<String> ERRORS =
      List.of(
          "ParamValidationError", "ValidationError", "Exception", "BotoCoreError", "InvalidRetry");

  private Expected() {}

  /** Whether a test or a handler wants what happens here to raise. */
  static boolean isRaise(Program program, Node node) {
    for (Node at = node.parent(); at.exists(); at = at.parent()) {
      if (at.is("with_statement") && isRaising(at.first().text())) {
        return true;
      }
      if (at.is("try_statement") && at.child("body").holds(node) && catches(at)) {
        return true;
      }
      if (at.is("call") && isRaising(at.child("function").text() + "(")) {
        return true;
      }
      if (at.is("function_definition")) {
        return at.parent().all("decorator").stream().anyMatch(d -> isRaising(d.text()));
      }
    }
    return false;
  }

  private static boolean catches(Node statement) {
    return statement.all("except_clause").stream()
        .map(c -> c.child("value").text())
        .anyMatch(value -> ERRORS.stream().anyMatch(value::contains));
  }

  private static boolean isRaising(String text) {
    return text.contains("raises") || text.contains("assertRaises") || text.contains("suppress(");
  }
}
