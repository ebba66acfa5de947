package awsleuth.iam.match;

import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A pattern of a policy element by element, for those who reason about all texts that it matches
 * rather than about one.
 *
 * @param elements in order; a text matches where they match its pieces, one after the other
 * @param whole whether an ARN pattern with variables has all six parts whatever their values are;
 *     true for every other pattern
 */
public record Shape(List<Element> elements, boolean whole) {

  /** What an element stands for. */
  public enum Kind {
    /** One certain character. */
    CHARACTER,
    /** Any one character. */
    ANY,
    /** Any one character but a colon. */
    ANY_IN_PART,
    /** Any run of characters, also none. */
    STAR,
    /** Any run of characters without a colon, also none. */
    STAR_IN_PART,
    /** The value of a policy variable. */
    VARIABLE
  }

  /**
   * An element.
   *
   * @param kind what it stands for
   * @param character the character of a {@link Kind#CHARACTER}; NUL for the others
   * @param key the condition key of a {@link Kind#VARIABLE}, in lower case; empty for the others
   */
  public record Element(Kind kind, char character, String key) {

    static Element of(Kind kind) {
      return new Element(kind, '\0', "");
    }

    static Element of(char c) {
      return new Element(Kind.CHARACTER, c, "");
    }
  }

  private static final int PARTS = 6;

  /** A text that stands for itself. */
  public static Shape literal(String text) {
    return new Shape(text.chars().mapToObj(c -> Element.of((char) c)).toList(), true);
  }

  /** A pattern without variables, in which {@code *} and {@code ?} are wildcards. */
  public static Shape pattern(String text) {
    return new Shape(elements(Template.plain(text), true), true);
  }

  /** What every whole ARN is like: six parts, of which the last is not empty. */
  public static Shape arns() {
    List<Element> all = new ArrayList<>(literal("arn").elements());
    for (int part = 1; part < PARTS; part++) {
      all.add(Element.of(':'));
      all.add(Element.of(part < PARTS - 1 ? Kind.STAR_IN_PART : Kind.ANY));
    }
    all.add(Element.of(Kind.STAR));
    return new Shape(List.copyOf(all), true);
  }

  /** What every action is like: one colon, and something before and behind it. */
  public static Shape action() {
    List<Element> all = new ArrayList<>();
    all.add(Element.of(Kind.ANY_IN_PART));
    all.add(Element.of(Kind.STAR_IN_PART));
    all.add(Element.of(':'));
    all.add(Element.of(Kind.ANY_IN_PART));
    all.add(Element.of(Kind.STAR_IN_PART));
    return new Shape(List.copyOf(all), true);
  }

  /** Letter case aside, as actions are compared: the pattern in lower case. */
  public static Shape action(String pattern) {
    return pattern(pattern.toLowerCase(Locale.ROOT));
  }

  /**
   * What StringLike compares with.
   *
   * @param variables whether the policy's version has policy variables
   * @param values those of variables by key in lower case; a key that has no value has the empty
   *     one; a key that is not there stays a variable
   * @return empty where a variable without a value makes it match nothing
   */
  public static Optional<Shape> like(
      String value, boolean variables, Map<String, Optional<String>> values) {
    return template(value, variables, values).map(t -> new Shape(elements(t, true), true));
  }

  /** What StringEquals compares with; the parameters are those of {@link #like}. */
  public static Optional<Shape> equal(
      String value, boolean variables, Map<String, Optional<String>> values) {
    return template(value, variables, values).map(t -> new Shape(elements(t, false), true));
  }

  /**
   * What ArnLike compares with; the parameters are those of {@link #like}. What is no ARN is not
   * whole.
   */
  public static Optional<Shape> arn(
      String value, boolean variables, Map<String, Optional<String>> values) {
    return template(value, variables, values).map(Shape::ofArn);
  }

  private static Shape ofArn(Template template) {
    List<Element> all = new ArrayList<>();
    int part = 0;
    for (Template.Part piece : template.parts()) {
      for (Element e : elements(new Template(List.of(piece)), true)) {
        boolean colon = e.kind() == Kind.CHARACTER && e.character() == ':';
        part += colon && part < PARTS - 1 ? 1 : 0;
        all.add(part < PARTS - 1 ? inPart(e) : e);
      }
    }
    return new Shape(List.copyOf(all), part == PARTS - 1);
  }

  /** A pattern of a Resource or NotResource element; {@code values} are those of {@link #like}. */
  public static Optional<Shape> resource(
      Located pattern, Policy policy, Map<String, Optional<String>> values) {
    return ResourcePattern.shape(pattern.value(), policy, values);
  }

  static Optional<Template> template(
      String value, boolean variables, Map<String, Optional<String>> values) {
    Template read = variables ? Template.parse(value, new KeyTable()) : Template.plain(value);
    List<Template.Part> parts = new ArrayList<>();
    for (Template.Part part : read.parts()) {
      if (part instanceof Template.Variable v && values.containsKey(key(v.written()))) {
        Optional<String> text =
            values.getOrDefault(key(v.written()), Optional.empty()).or(v::byDefault);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        parts.add(new Template.Literal(text.get()));
      } else {
        parts.add(part);
      }
    }
    return Optional.of(new Template(List.copyOf(parts)));
  }

  static List<Element> elements(Template template, boolean wildcards) {
    List<Element> all = new ArrayList<>();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Text t -> text(t.text(), wildcards, all);
        case Template.Literal l -> text(l.text(), false, all);
        case Template.Variable v -> all.add(new Element(Kind.VARIABLE, '\0', key(v.written())));
      }
    }
    return all;
  }

  private static void text(String text, boolean wildcards, List<Element> all) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all.add(
          wildcards && c == '*'
              ? Element.of(Kind.STAR)
              : wildcards && c == '?' ? Element.of(Kind.ANY) : Element.of(c));
    }
  }

  private static String key(String written) {
    int comma = written.indexOf(',');
    return (comma < 0 ? written : written.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
  }

  static Element inPart(Element e) {
    return switch (e.kind()) {
      case STAR -> Element.of(Kind.STAR_IN_PART);
      case ANY -> Element.of(Kind.ANY_IN_PART);
      case CHARACTER, ANY_IN_PART, STAR_IN_PART, VARIABLE -> e;
    };
  }

  /** The same whose wildcards stand for no colons. */
  public Shape inParts() {
    return new Shape(elements.stream().map(Shape::inPart).toList(), whole);
  }

  /** Whether it has variables. */
  public boolean hasVariables() {
    return elements.stream().anyMatch(e -> e.kind() == Kind.VARIABLE);
  }

  /** Whether it is no ARN where an ARN must be, so that it matches nothing. */
  public boolean isMalformed() {
    return !whole && !hasVariables();
  }

  @Override
  public String toString() {
    return elements.stream()
        .map(e ->
            switch (e.kind()) {
              case CHARACTER -> String.valueOf(e.character());
              case ANY, ANY_IN_PART -> "?";
              case STAR, STAR_IN_PART -> "*";
              case VARIABLE -> "${" + e.key() + "}";
            })
        .collect(Collectors.joining());
  }
}
