package awsleuth.lint.code;

import awsleuth.lint.python.Node;

/**
 * A place where a name gets a value.
 *
 * @param kind how
 * @param node the name
 * @param value the expression, the definition or the annotation; {@link Node#NONE} where there is
 *     none
 * @param path of an import
 */
record Binding(Kind kind, Node node, Node value, String path) {

  /** How a name gets its value. */
  enum Kind {
    /** It is assigned, or is the target of {@code with}. */
    ASSIGNED,
    /** It has an annotation and no value. */
    ANNOTATED,
    /** It is a parameter; the value is its annotation. */
    PARAMETER,
    /** It is imported. */
    IMPORTED,
    /** It is a function. */
    FUNCTION,
    /** It is a class. */
    CLASS,
    /** Its value is not followed: of a loop, of an exception. */
    OTHER
  }

  static Binding other(Node node) {
    return new Binding(Kind.OTHER, node, Node.NONE, "");
  }
}
