package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Literals in a tree. */
public final class Literals {

  private Literals() {}

  /** The text of a plain string without escapes; empty for anything else. */
  public static Optional<String> text(Node node) {
    if (!node.is("string") || node.children().size() > 3) {
      return Optional.empty();
    }
    Node start = node.first();
    List<Node> content = node.all("string_content");
    boolean plain =
        start.text().chars().noneMatch(c -> c == 'f' || c == 'F' || c == 'b' || c == 'B');
    if (!plain || !node.all("interpolation").isEmpty()) {
      return Optional.empty();
    }
    if (content.isEmpty()) {
      return Optional.of("");
    }
    Node only = content.getFirst();
    return only.children().isEmpty() ? Optional.of(only.text()) : Optional.empty();
  }

  /** A whole decimal number, a minus before it or not; empty for anything else. */
  public static OptionalInt number(Node node) {
    String text = node.is("integer") || node.is("unary_operator") ? node.text() : "";
    return text.matches("-?[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** The value of a key of a dict display, or of a named argument of {@code dict(…)}. */
  public static Node entry(Node dict, String key) {
    for (Node pair : dict.all("pair")) {
      if (text(pair.child("key")).filter(key::equals).isPresent()) {
        return pair.child("value");
      }
    }
    return Node.NONE;
  }

  /** The argument of a call by its name; {@link Node#NONE} if it is not given so. */
  public static Node argument(Node call, String name) {
    for (Node argument : call.child("arguments").all("keyword_argument")) {
      if (argument.child("name").isText(name)) {
        return argument.child("value");
      }
    }
    return Node.NONE;
  }

  /** The argument of a call by its name or by its place, from 0, among those without a name. */
  public static Node argument(Node call, String name, int place) {
    Node named = argument(call, name);
    if (named.exists()) {
      return named;
    }
    int at = 0;
    for (Node argument : call.child("arguments").children()) {
      if (argument.is("keyword_argument") || argument.type().endsWith("_splat")) {
        return Node.NONE;
      }
      if (at++ == place) {
        return argument;
      }
    }
    return Node.NONE;
  }

  /** Whether a call has {@code *…} or {@code **…} among its arguments. */
  public static boolean isOpen(Node call) {
    return call.child("arguments").children().stream().anyMatch(a -> a.type().endsWith("_splat"));
  }
}
