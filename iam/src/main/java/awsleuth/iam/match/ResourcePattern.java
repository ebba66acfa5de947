package awsleuth.iam.match;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern of a Resource or NotResource element (IAM user guide, "IAM JSON policy elements:
 * Resource").
 *
 * <p>{@code *} and {@code ?} stay inside one of the first five parts of an ARN, but a {@code *}
 * that is a part's last character expands beyond the colon. In an identity-based policy an ARN with
 * parts left out is completed with {@code *}.
 */
final class ResourcePattern {

  private static final int PARTS = 6;

  private final Template template;
  private final ElementTest.Resources test;

  private ResourcePattern(Template template, ElementTest.Resources test) {
    this.template = template;
    this.test = test;
  }

  static ResourcePattern of(String written, PolicyType type, boolean variables, KeyTable keys) {
    String text = complete(written, type);
    int fifth = afterFifthColon(text);
    Template template = variables && fifth >= 0 ? split(text, fifth, keys) : Template.plain(text);
    boolean bound = BoundGlob.isNeeded(text, fifth < 0 ? text.length() : fifth);
    return new ResourcePattern(template, bound ? bound(template) : free(template));
  }

  /** The same pattern, element by element; empty where it matches nothing. */
  static Optional<Shape> shape(
      String written, Policy policy, Map<String, Optional<String>> values) {
    String text = complete(written, policy.type());
    int fifth = afterFifthColon(text);
    int end = fifth < 0 ? text.length() : fifth;
    List<Shape.Element> all = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      boolean atEnd = text.charAt(i) == '*' && (i + 1 == end || text.charAt(i + 1) == ':');
      Shape.Element e = Shape.pattern(text.substring(i, i + 1)).elements().getFirst();
      all.add(atEnd ? e : Shape.inPart(e));
    }
    Optional<Template> rest = Shape.template(text.substring(end), policy.version2012(), values);
    rest.ifPresent(t -> all.addAll(Shape.elements(t, true)));
    return rest.map(_ -> new Shape(List.copyOf(all), true));
  }

  private static ElementTest.Resources bound(Template template) {
    Head head = Head.of(template);
    BoundGlob glob = BoundGlob.of(template);
    return (text, view) -> head.begins(text, view) ? glob.matches(text, view) : Truth.FALSE;
  }

  private static ElementTest.Resources free(Template template) {
    if (template.isConstant()) {
      Glob glob = template.constant();
      return (text, _) -> Truth.of(glob.matches(text));
    }
    Head head = Head.of(template);
    return (text, view) -> head.begins(text, view) ? matches(template, text, view) : Truth.FALSE;
  }

  private static Truth matches(Template template, String text, View view) {
    Optional<Glob> glob = template.glob(view);
    return glob.isPresent()
        ? Truth.of(glob.get().matches(text))
        : ValueTests.open(template.open(view));
  }

  /** Variables count only after the fifth colon. */
  private static Template split(String text, int fifth, KeyTable keys) {
    Template behind = Template.parse(text.substring(fifth), keys);
    List<Template.Part> parts = new ArrayList<>();
    parts.add(new Template.Text(text.substring(0, fifth)));
    parts.addAll(behind.parts());
    return new Template(List.copyOf(parts));
  }

  private static String complete(String text, PolicyType type) {
    if (text.startsWith("execute-api:/")) {
      // API Gateway's own short form (API Gateway developer guide, "Resource policy examples").
      return "arn:*:execute-api:*:*:*" + text.substring("execute-api:".length());
    }
    boolean completed = type == PolicyType.IDENTITY || type == PolicyType.BOUNDARY;
    if (!completed || !text.startsWith("arn:") || text.endsWith("*")) {
      return text;
    }
    return parts(text) < PARTS ? text + ":*" : text;
  }

  /** How many parts an ARN has; colons inside variables divide nothing. */
  private static int parts(String text) {
    int parts = 1;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside = inside ? c != '}' : c == '{' && i > 0 && text.charAt(i - 1) == '$';
      parts += c == ':' && !inside ? 1 : 0;
    }
    return parts;
  }

  /** Where the resource part of an ARN begins; -1 where it has none. */
  private static int afterFifthColon(String text) {
    int colons = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside = inside ? c != '}' : c == '{' && i > 0 && text.charAt(i - 1) == '$';
      if (c == ':' && !inside && ++colons == PARTS - 1) {
        return i + 1;
      }
    }
    return -1;
  }

  /** The pattern with the values of its variables; those without a value stand as written. */
  String resolved(View view) {
    return template.resolved(view);
  }

  Truth matches(String resource, View view) {
    return test.cover(resource, view);
  }
}
