package awsleuth.lint.habit;

import awsleuth.lint.python.Node;

/** Parts of programs as messages show them: never a literal, which may be a secret. */
final class Shown {

  private static final int MOST = 40;

  private Shown() {}

  /** The name of the method that a call calls. */
  static String method(Node call) {
    Node function = call.child("function");
    return name(function.is("attribute") ? function.child("attribute") : function);
  }

  /** A name, shortened. */
  static String name(Node node) {
    String text = node.text();
    return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
  }

  /** What makes something, as {@code boto3.client('s3')}. */
  static String made(Node call, String service) {
    return method(call) + "(" + (service.isEmpty() ? "…" : "'" + service + "'") + ")";
  }
}
