package awsleuth.boto.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression of the endpoint rules.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/specification.html">Rules
 *     engine specification</a>
 */
public sealed interface Expression {

  /** The value of a parameter, or of what an earlier condition assigned. */
  record Reference(String name) implements Expression {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A function.
   *
   * @param name such as {@code isSet}
   * @param assign the name that its result gets; empty if none
   */
  record Call(String name, List<Expression> arguments, String assign) implements Expression {
    @Override
    public String toString() {
      List<String> texts = arguments.stream().map(Expression::toString).toList();
      String call = name + "(" + String.join(", ", texts) + ")";
      return assign.isEmpty() ? call : call + " as " + assign;
    }
  }

  /** A text with references in braces. */
  record Template(String text) implements Expression {
    @Override
    public String toString() {
      return "\"" + text + "\"";
    }
  }

  /** A text, a number or a truth value. */
  record Literal(Object value) implements Expression {
    @Override
    public String toString() {
      return value instanceof String text ? "\"" + text + "\"" : value.toString();
    }
  }

  /** Values by name, of the properties of an endpoint. */
  record Members(Map<String, Expression> members) implements Expression {}

  /** Values one after the other, of the properties of an endpoint. */
  record Items(List<Expression> items) implements Expression {}

  /** Of the JSON of a rule set. */
  @SuppressWarnings("unchecked")
  static Expression of(Object json) {
    return switch (json) {
      case Map<?, ?> map when map.containsKey("fn") -> call((Map<String, Object>) map);
      case Map<?, ?> map when map.containsKey("ref") -> new Reference((String) map.get("ref"));
      case Map<?, ?> map -> {
        Map<String, Expression> members = new LinkedHashMap<>();
        ((Map<String, Object>) map).forEach((name, value) -> members.put(name, of(value)));
        yield new Members(members);
      }
      case List<?> list -> {
        List<Expression> items = new ArrayList<>();
        list.forEach(item -> items.add(of(item)));
        yield new Items(items);
      }
      case String text when Templates.isTemplate(text) -> new Template(text);
      default -> new Literal(json);
    };
  }

  private static Call call(Map<String, Object> json) {
    List<Expression> arguments = new ArrayList<>();
    Json.list(json, "argv").forEach(argument -> arguments.add(of(argument)));
    return new Call(Json.text(json, "fn"), arguments, Json.text(json, "assign"));
  }
}
