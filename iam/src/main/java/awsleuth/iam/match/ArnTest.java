package awsleuth.iam.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares ARNs part by part (IAM user guide, "Amazon Resource Name (ARN) condition operators").
 * ArnEquals is ArnLike. The first five colons divide an ARN into six parts, after policy variables
 * are replaced; a wildcard stays in its part, and in the sixth it also stands for colons.
 */
final class ArnTest implements ValueTest {

  private static final int PARTS = 6;
  private static final int[] NONE = {};
  private static final Glob[] OPEN = {};
  private static final Actual.Form<int[]> ENDS = new Actual.Form<>(ArnTest::ends);

  private final Template template;
  private final Glob[] constant;
  private final Glob[] leading;

  private ArnTest(Template template, Glob[] constant, Glob[] leading) {
    this.template = template;
    this.constant = constant;
    this.leading = leading;
  }

  static ArnTest of(Template template) {
    List<Template> parts = split(template);
    if (template.isConstant()) {
      return new ArnTest(template, globs(parts), OPEN);
    }
    List<Template> leading = parts.stream().takeWhile(Template::isConstant).toList();
    return new ArnTest(template, OPEN, globs(leading));
  }

  private static Glob[] globs(List<Template> parts) {
    return parts.stream().map(Template::constant).toArray(Glob[]::new);
  }

  /** Where the six parts of an ARN end; empty where a text is no ARN. */
  private static int[] ends(String text) {
    int[] ends = new int[PARTS];
    int end = text.startsWith("arn:") ? "arn".length() : -1;
    for (int i = 0; i < PARTS - 1; i++) {
      if (end < 0) {
        return NONE;
      }
      ends[i] = end;
      end = text.indexOf(':', end + 1);
    }
    ends[PARTS - 1] = text.length();
    return ends;
  }

  /** Whether a value has the six parts of an ARN. */
  static boolean isArn(Actual actual) {
    return actual.as(ENDS).length > 0;
  }

  /** Whether the pattern surely is no ARN. */
  boolean isMalformed(View view) {
    int parts = parts(view).length;
    return parts > 0 && parts != PARTS;
  }

  /** A pattern by its first five colons; a variable is in one part. */
  static List<Template> split(Template template) {
    List<Template> parts = new ArrayList<>();
    List<Template.Part> part = new ArrayList<>();
    for (Template.Part p : template.parts()) {
      Template.Part rest = p;
      for (int colon = colon(rest); colon >= 0 && parts.size() < PARTS - 1; colon = colon(rest)) {
        part.add(rest.cut(0, colon));
        parts.add(new Template(List.copyOf(part)));
        part.clear();
        rest = rest.cut(colon + 1, rest.text().length());
      }
      part.add(rest);
    }
    parts.add(new Template(List.copyOf(part)));
    return List.copyOf(parts);
  }

  private static int colon(Template.Part part) {
    return part.text().indexOf(':');
  }

  @Override
  public Truth matches(Actual actual, View view) {
    int[] ends = actual.as(ENDS);
    if (ends.length == 0) {
      return Truth.FALSE;
    }
    Glob[] parts = parts(view);
    if (parts.length > 0) {
      return Truth.of(parts.length == PARTS && match(parts, actual.text(), ends));
    }
    return match(leading, actual.text(), ends) ? ValueTests.open(template.open(view)) : Truth.FALSE;
  }

  /** The pattern's parts; empty where a variable has no value or none that is known. */
  private Glob[] parts(View view) {
    if (constant.length > 0) {
      return constant;
    }
    Optional<Template> replaced = template.replaced(view);
    return replaced.isPresent() ? globs(split(replaced.get())) : OPEN;
  }

  /** Whether the first parts of an ARN match. */
  private static boolean match(Glob[] parts, String arn, int[] ends) {
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].matches(arn, from, ends[i])) {
        return false;
      }
      from = ends[i] + 1;
    }
    return true;
  }
}
