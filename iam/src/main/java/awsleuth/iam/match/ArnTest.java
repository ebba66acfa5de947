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
  private static final int[] NONE = {};
  private static final Actual.Form<int[]> ENDS = new Actual.Form<>(ArnTest::ends);

  private final List<Template> parts;
  private final Glob[] constant;

  private ArnTest(List<Template> parts, Glob[] constant) {
    this.parts = parts;
    this.constant = constant;
  }

  static ArnTest of(Template template) {
    List<Template> parts = split(template);
    boolean same = parts.stream().allMatch(Template::isConstant);
    return new ArnTest(
        parts, same ? parts.stream().map(Template::constant).toArray(Glob[]::new) : new Glob[0]);
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

  /** Whether the pattern has six parts. */
  boolean isWhole() {
    return parts.size() == PARTS;
  }

  /** A pattern by its first five colons. */
  static List<Template> split(Template template) {
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
  public Truth matches(Actual actual, View view) {
    int[] ends = actual.as(ENDS);
    if (ends.length == 0 || !isWhole()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    int from = 0;
    for (int i = 0; i < PARTS && all != Truth.FALSE; i++) {
      all = all.and(part(i, actual.text(), from, ends[i], view));
      from = ends[i] + 1;
    }
    return all;
  }

  private Truth part(int i, String actual, int from, int to, View view) {
    if (constant.length > 0) {
      return Truth.of(constant[i].matches(actual, from, to));
    }
    Optional<Glob> glob = parts.get(i).glob(view);
    return glob.isPresent()
        ? Truth.of(glob.get().matches(actual, from, to))
        : ValueTests.open(parts.get(i).open(view));
  }
}
