package awsleuth.aws;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an operation's requests go, such as <code>/model/{modelId}/invoke</code>.
 *
 * @param segments words, and labels in braces, of which one that ends in {@code +} stands for one
 *     or more segments
 * @param query what the query has in any case, such as {@code list-type=2}
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html#uri">the model's templates</a>
 */
record PathTemplate(List<String> segments, List<String> query) {

  static PathTemplate of(String uri) {
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    return new PathTemplate(
        parts(path, "/"), mark < 0 ? List.of() : parts(uri.substring(mark + 1), "&"));
  }

  private static List<String> parts(String text, String by) {
    return Arrays.stream(text.split(by, -1)).filter(p -> !p.isEmpty()).toList();
  }

  /** How many words it has of its own. */
  int words() {
    return (int) segments.stream().filter(s -> !isLabel(s)).count() + query.size();
  }

  /** Whether requests to a path without labels are of this form. */
  boolean fits(PathTemplate asked) {
    if (!asked.query.containsAll(query)) {
      return false;
    }
    int more = asked.segments.size() - segments.size();
    int at = 0;
    for (String segment : segments) {
      boolean greedy = segment.endsWith("+}");
      int end = at + (greedy ? 1 + more : 1);
      if (end <= at || end > asked.segments.size()) {
        return false;
      }
      if (!isLabel(segment) && !segment.equals(asked.segments.get(at))) {
        return false;
      }
      at = end;
    }
    return at == asked.segments.size();
  }

  /** What stands for its labels in a path that {@link #fits}, by their names. */
  Map<String, String> labels(PathTemplate asked) {
    Map<String, String> found = new LinkedHashMap<>();
    int more = asked.segments.size() - segments.size();
    int at = 0;
    for (String segment : segments) {
      boolean greedy = segment.endsWith("+}");
      int end = at + (greedy ? 1 + more : 1);
      if (isLabel(segment)) {
        String name = segment.substring(1, segment.length() - (greedy ? 2 : 1));
        found.put(name, String.join("/", asked.segments.subList(at, end)));
      }
      at = end;
    }
    return found;
  }

  private static boolean isLabel(String segment) {
    return segment.startsWith("{");
  }
}
