package awsleuth.iam.diff;

import awsleuth.iam.diff.KeySearch.Literal;
import awsleuth.iam.policy.Located;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of a type that may be as the conditions say: examples of it, and what conditions say with
 * a piece of an example in place of its wildcards. That none of them fits proves nothing.
 */
final class Completions {

  private static final int LONGEST = 200;
  private static final int MOST_TEXTS = 40;

  private Completions() {}

  /** They are made one after the other, as they are asked for. */
  static Stream<String> of(List<Literal> literals, List<String> examples) {
    Stream<String> texts =
        examples.isEmpty()
            ? Stream.of()
            : literals.stream()
                .flatMap(l -> l.part().condition().values().stream())
                .map(Located::value)
                .filter(v -> v.length() <= LONGEST)
                .distinct()
                .limit(MOST_TEXTS);
    return Stream.concat(
        examples.stream(),
        texts.flatMap(text -> examples.stream().flatMap(e -> completed(text, e).stream())));
  }

  private static Set<String> completed(String text, String example) {
    Set<String> found = new LinkedHashSet<>();
    complete(text, example, found);
    return found;
  }

  private static void complete(String text, String example, Set<String> found) {
    int first = text.indexOf('*');
    String begin = ones(first < 0 ? text : text.substring(0, first));
    if (first < 0) {
      found.add(begin);
      return;
    }
    String end = ones(text.substring(text.lastIndexOf('*') + 1));
    for (int from = 0; from <= example.length(); from++) {
      for (int to = from; to <= example.length(); to++) {
        found.add(begin + example.substring(from, to) + end);
      }
    }
  }

  private static String ones(String text) {
    return text.replace('?', '1');
  }
}
