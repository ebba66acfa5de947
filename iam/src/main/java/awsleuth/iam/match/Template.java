package awsleuth.iam.match;

import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of a policy with its policy variables (IAM user guide, "IAM policy elements: Variables and
 * tags").
 *
 * @param parts its parts in order
 */
record Template(List<Part> parts) {

  /** A part of a text. */
  sealed interface Part {

    /** What it stands for; empty for a variable, which stands for what the request has. */
    String text();

    /** A piece of its text as a part of the same kind. */
    Part cut(int from, int to);
  }

  /** Text in which {@code *} and {@code ?} may be wildcards. */
  record Text(String text) implements Part {
    @Override
    public Text cut(int from, int to) {
      return new Text(text.substring(from, to));
    }
  }

  /**
   * Text that stands for itself: <code>${*}</code>, <code>${?}</code>, <code>${$}</code>, or the
   * value of a variable.
   */
  record Literal(String text) implements Part {
    @Override
    public Literal cut(int from, int to) {
      return new Literal(text.substring(from, to));
    }
  }

  /**
   * A variable.
   *
   * @param key the number of its condition key
   * @param byDefault what stands in where the key has no value; empty where nothing does
   * @param written what stands between the braces
   */
  record Variable(int key, Optional<String> byDefault, String written) implements Part {
    @Override
    public String text() {
      return "";
    }

    @Override
    public Variable cut(int from, int to) {
      return this;
    }
  }

  /** What a variable, or a text with variables, stands for in a request. */
  sealed interface Value {}

  /** It stands for a text. */
  record Known(String text) implements Value {}

  /** It has no value, or it has one that is not known. */
  enum Open implements Value {
    NONE,
    UNKNOWN
  }

  /** Reads a text of a policy of version 2012-10-17. */
  static Template parse(String text, KeyTable keys) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
      int close = close(text, open + 2);
      if (close < 0) {
        break;
      }
      if (open > from) {
        parts.add(new Text(text.substring(from, open)));
      }
      parts.add(variable(text.substring(open + 2, close), keys));
      from = close + 1;
    }
    if (from < text.length() || parts.isEmpty()) {
      parts.add(new Text(text.substring(from)));
    }
    return new Template(List.copyOf(parts));
  }

  /** A text without variables. */
  static Template plain(String text) {
    return new Template(List.of(new Text(text)));
  }

  /** The brace that ends a variable; one inside a quoted default does not. */
  private static int close(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i;
      }
    }
    return text.indexOf('}', from);
  }

  private static Part variable(String inside, KeyTable keys) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return new Literal(inside);
    }
    int comma = inside.indexOf(',');
    if (comma < 0) {
      return new Variable(keys.add(inside.strip()), Optional.empty(), inside);
    }
    String quoted = inside.substring(comma + 1).strip();
    boolean whole = quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
    String byDefault = whole ? quoted.substring(1, quoted.length() - 1) : quoted;
    return new Variable(
        keys.add(inside.substring(0, comma).strip()), Optional.of(byDefault), inside);
  }

  /** Whether it is the same in every request. */
  boolean isConstant() {
    return parts.stream().noneMatch(p -> p instanceof Variable);
  }

  /** The text in which nothing is a wildcard. */
  Value text(View view) {
    if (parts.size() == 1 && parts.getFirst() instanceof Text t) {
      return new Known(t.text());
    }
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text t -> out.append(t.text());
        case Literal l -> out.append(l.text());
        case Variable v -> {
          Value value = value(v, view);
          if (!(value instanceof Known known)) {
            return value;
          }
          out.append(known.text());
        }
      }
    }
    return new Known(out.toString());
  }

  /** The pattern in a request; values of variables are no patterns. */
  Optional<Glob> glob(View view) {
    Glob.Builder out = new Glob.Builder();
    for (Part part : parts) {
      switch (part) {
        case Text t -> out.pattern(t.text());
        case Literal l -> out.literal(l.text());
        case Variable v -> {
          if (!(value(v, view) instanceof Known known)) {
            return Optional.empty();
          }
          out.literal(known.text());
        }
      }
    }
    return Optional.of(out.build());
  }

  /** The text with the values of its variables; those without one stand as written. */
  String resolved(View view) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      out.append(
          switch (part) {
            case Text t -> t.text();
            case Literal l -> l.text();
            case Variable v ->
                value(v, view) instanceof Known known ? known.text() : "${" + v.written() + "}";
          });
    }
    return out.toString();
  }

  /** The same with the values of its variables; empty where one has none that is known. */
  Optional<Template> replaced(View view) {
    List<Part> replaced = new ArrayList<>();
    for (Part part : parts) {
      if (!(part instanceof Variable v)) {
        replaced.add(part);
      } else if (value(v, view) instanceof Known known) {
        replaced.add(new Literal(known.text()));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Template(List.copyOf(replaced)));
  }

  /** A text without variables, in which nothing is a wildcard. */
  String constantText() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text t -> out.append(t.text());
        case Literal l -> out.append(l.text());
        case Variable _ -> throw new IllegalStateException("a variable is not constant");
      }
    }
    return out.toString();
  }

  /** The pattern of a text without variables. */
  Glob constant() {
    Glob.Builder out = new Glob.Builder();
    for (Part part : parts) {
      switch (part) {
        case Text t -> out.pattern(t.text());
        case Literal l -> out.literal(l.text());
        case Variable _ -> throw new IllegalStateException("a variable is not constant");
      }
    }
    return out.build();
  }

  /** Whether a variable has no value, or else whether one has a value that is not known. */
  Open open(View view) {
    Open found = Open.NONE;
    for (Part part : parts) {
      if (part instanceof Variable v && value(v, view) instanceof Open o) {
        if (o == Open.NONE) {
          return Open.NONE;
        }
        found = o;
      }
    }
    return found;
  }

  /** What a variable stands for. */
  static Value value(Variable v, View view) {
    return switch (view.value(v.key())) {
      case ContextValue.Present p when !p.multivalued() && !p.values().isEmpty() ->
          new Known(p.values().getFirst());
      case ContextValue.Present _, ContextValue.Absent _ ->
          v.byDefault().<Value>map(Known::new).orElse(Open.NONE);
      case ContextValue.Unknown _ -> Open.UNKNOWN;
    };
  }
}
