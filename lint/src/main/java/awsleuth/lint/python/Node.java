package awsleuth.lint.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * A node of the tree of a Python file. Only nodes with a name of the grammar's are kept, comments
 * and punctuation are not.
 *
 * @see <a
 *     href="https://github.com/tree-sitter/tree-sitter-python/blob/master/src/node-types.json">the
 *     names</a>
 */
public final class Node {

  private static final Node[] NO_CHILDREN = {};

  /** Stands for a node that is not there: of no type, empty, without children. */
  public static final Node NONE = new Node("", "", 0, 0, "");

  private final String type;
  private final String field;
  private final int start;
  private final int end;
  private final String source;
  private Node parent = this;
  private Node[] children = NO_CHILDREN;

  Node(String type, String field, int start, int end, String source) {
    this.type = type;
    this.field = field;
    this.start = start;
    this.end = end;
    this.source = source;
  }

  void adopt(List<Node> nodes) {
    children = nodes.toArray(Node[]::new);
    for (Node child : children) {
      child.parent = this;
    }
  }

  /** Its type, such as {@code call}. */
  public String type() {
    return type;
  }

  /** Whether it is of that type. */
  public boolean is(String other) {
    return type.equals(other);
  }

  /** Whether it is there. */
  public boolean exists() {
    return this != NONE;
  }

  /** The name that its parent has for it, such as {@code left}; empty if none. */
  public String field() {
    return field;
  }

  /** Where it begins, in characters of the file. */
  public int start() {
    return start;
  }

  /** Behind its end, in characters of the file. */
  public int end() {
    return end;
  }

  /** Its source. */
  public String text() {
    return source.substring(start, end);
  }

  /** Whether its source is that text. */
  public boolean isText(String text) {
    return end - start == text.length() && source.startsWith(text, start);
  }

  /** Its parent; the root's is {@link #NONE}. */
  public Node parent() {
    return parent == this ? NONE : parent;
  }

  /** Its children in order. */
  public List<Node> children() {
    return Collections.unmodifiableList(Arrays.asList(children));
  }

  /** The first child under a field; {@link #NONE} if there is none. */
  public Node child(String name) {
    for (Node child : children) {
      if (child.field.equals(name)) {
        return child;
      }
    }
    return NONE;
  }

  /** The first child; {@link #NONE} if there is none. */
  public Node first() {
    return children.length == 0 ? NONE : children[0];
  }

  /** The last child; {@link #NONE} if there is none. */
  public Node last() {
    return children.length == 0 ? NONE : children[children.length - 1];
  }

  /** The children of a type. */
  public List<Node> all(String wanted) {
    List<Node> found = new ArrayList<>();
    for (Node child : children) {
      if (child.is(wanted)) {
        found.add(child);
      }
    }
    return found;
  }

  /** The nearest ancestor of one of some types; {@link #NONE} if there is none. */
  public Node above(String... types) {
    for (Node node = parent(); node.exists(); node = node.parent()) {
      for (String wanted : types) {
        if (node.is(wanted)) {
          return node;
        }
      }
    }
    return NONE;
  }

  /** Whether another node is this one or within it. */
  public boolean holds(Node other) {
    return other.exists() && start <= other.start && other.end <= end;
  }

  /** Gives the node itself and all below it, parents first. */
  public void walk(Consumer<Node> visitor) {
    visitor.accept(this);
    for (Node child : children) {
      child.walk(visitor);
    }
  }

  /** As {@link #walk}, but not into functions, lambdas and classes below it: what runs here. */
  public void walkOwn(Consumer<Node> visitor) {
    visitor.accept(this);
    for (Node child : children) {
      if (!child.is("function_definition")
          && !child.is("class_definition")
          && !child.is("lambda")) {
        child.walkOwn(visitor);
      }
    }
  }

  @Override
  public String toString() {
    return type + " " + start + "-" + end;
  }
}
