package awsleuth.iam.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares ARNs part by part (IAM user guide, "Amazon Resource Name (ARN) condition operators").
 * ArnEquals is ArnLike. The first five colons divide an ARN into six parts; a wildcard stays in its
 * part, and in the sixth it also stands for colons.
 */
final class ArnTest implements ValueTest {

  private static final int PARTS = 6;

  private final List<Template> parts;
  private final List<Glob> constant;

  private ArnTest(List<Template> parts, List<Glob> constant) {
    this.parts = parts;
    this.constant = constant;
  }

  static ArnTest of(Template template) {
    List<Template> parts = split(template);
    boolean same = parts.stream().allMatch(Template::isConstant);
    return new ArnTest(parts, same ? parts.stream().map(Template::constant).toList() : List.of());
  }

  /** Whether a text has the six parts of an ARN. */
  static boolean isArn(String text) {
    return text.startsWith("arn:") && afterColons(text, PARTS - 1) >= 0;
  }

  /** Whether the pattern has six parts. */
  boolean isWhole() {
    return parts.size() == PARTS;
  }

  private static int afterColons(String text, int wanted) {
    int at = 0;
    for (int i = 0; i < wanted; i++) {
      at = text.indexOf(':', at) + 1;
      if (at == 0) {
        return -1;
      }
    }
    return at;
  }

  private static List<Template> split(Template template) {
    List<Template> parts = new ArrayList<>();
    List<Template.Part> part = new ArrayList<>();
    for (Template.Part p : template.parts()) {
      if (!(p instanceof Template.Text t)) {
        part.add(p);
        continue;
      }
      String rest = t.text();
      for (int colon = rest.indexOf(':');
          colon >= 0 && parts.size() < PARTS - 1;
          colon = rest.indexOf(':')) {
        part.add(new Template.Text(rest.substring(0, colon)));
        parts.add(new Template(List.copyOf(part)));
        part.clear();
        rest = rest.substring(colon + 1);
      }
      part.add(new Template.Text(rest));
    }
    parts.add(new Template(List.copyOf(part)));
    return List.copyOf(parts);
  }

  @Override
  public Truth matches(String actual, View view) {
    if (!isWhole() || !isArn(actual)) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    int from = 0;
    for (int i = 0; i < PARTS && all != Truth.FALSE; i++) {
      int to = i == PARTS - 1 ? actual.length() : actual.indexOf(':', from);
      all = all.and(part(i, actual, from, to, view));
      from = to + 1;
    }
    return all;
  }

  private Truth part(int i, String actual, int from, int to, View view) {
    if (!constant.isEmpty()) {
      return Truth.of(constant.get(i).matches(actual, from, to));
    }
    Optional<Glob> glob = parts.get(i).glob(view);
    return glob.isPresent()
        ? Truth.of(glob.get().matches(actual, from, to))
        : ValueTests.open(parts.get(i).open(view));
  }
}
