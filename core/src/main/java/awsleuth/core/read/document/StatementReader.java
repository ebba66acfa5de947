package awsleuth.core.read.document;

import awsleuth.core.evidence.PolicyDocument.Condition;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the statements of a policy document (IAM user guide, "Grammar of the IAM JSON policy"). */
final class StatementReader {

  private final String artifact;

  StatementReader(String artifact) {
    this.artifact = artifact;
  }

  /** The statements of a policy document; empty where it has none. */
  List<Statement> of(JsonValue.Members document) {
    JsonValue value = document.get("Statement");
    return value == null ? List.of() : all(value);
  }

  /** The statements of a Statement element, which is an object or an array of them. */
  List<Statement> all(JsonValue value) {
    List<Statement> statements = new ArrayList<>();
    if (value instanceof JsonValue.Members one) {
      add(statements, one);
    } else if (value instanceof JsonValue.Elements many) {
      for (JsonValue v : many.values()) {
        if (v instanceof JsonValue.Members m) {
          add(statements, m);
        }
      }
    }
    return List.copyOf(statements);
  }

  /** Whether a statement of a Statement element names those that it is not about. */
  static boolean isExcepting(JsonValue value) {
    return switch (value) {
      case JsonValue.Members one -> one.get("NotPrincipal") != null;
      case JsonValue.Elements many -> many.values().stream().anyMatch(StatementReader::isExcepting);
      case JsonValue.Text _, JsonValue.Scalar _ -> false;
    };
  }

  Source source(JsonValue value) {
    return new Source(artifact, value.line());
  }

  private void add(List<Statement> statements, JsonValue.Members m) {
    String effect = m.text("Effect");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      return;
    }
    statements.add(
        new Statement(
            m.text("Sid"),
            effect.equals("Allow"),
            elements(m, "Action"),
            elements(m, "NotAction"),
            elements(m, "Resource"),
            elements(m, "NotResource"),
            principals(m),
            conditions(m),
            source(m)));
  }

  private List<Element> elements(JsonValue.Members m, String name) {
    List<Element> elements = new ArrayList<>();
    JsonValue value = m.get(name);
    if (value != null) {
      addTexts(elements, value, "");
    }
    return List.copyOf(elements);
  }

  private void addTexts(List<Element> elements, JsonValue value, String prefix) {
    if (value instanceof JsonValue.Text t) {
      elements.add(new Element(prefix + t.value(), source(t)));
    } else if (value instanceof JsonValue.Scalar s) {
      elements.add(new Element(prefix + s.literal(), source(s)));
    } else if (value instanceof JsonValue.Elements many) {
      for (JsonValue v : many.values()) {
        if (!(v instanceof JsonValue.Elements)) {
          addTexts(elements, v, prefix);
        }
      }
    }
  }

  private List<Element> principals(JsonValue.Members m) {
    List<Element> principals = new ArrayList<>();
    if (m.get("Principal") instanceof JsonValue.Members kinds) {
      for (Map.Entry<String, JsonValue> kind : kinds.values().entrySet()) {
        addTexts(principals, kind.getValue(), kind.getKey() + ":");
      }
      return List.copyOf(principals);
    }
    return elements(m, "Principal");
  }

  private List<Condition> conditions(JsonValue.Members m) {
    List<Condition> conditions = new ArrayList<>();
    if (m.get("Condition") instanceof JsonValue.Members operators) {
      for (Map.Entry<String, JsonValue> operator : operators.values().entrySet()) {
        if (operator.getValue() instanceof JsonValue.Members keys) {
          for (Map.Entry<String, JsonValue> key : keys.values().entrySet()) {
            List<Element> wanted = new ArrayList<>();
            addTexts(wanted, key.getValue(), "");
            conditions.add(
                new Condition(
                    operator.getKey(),
                    key.getKey(),
                    wanted.stream().map(Element::value).toList(),
                    source(key.getValue())));
          }
        }
      }
    }
    return List.copyOf(conditions);
  }
}
