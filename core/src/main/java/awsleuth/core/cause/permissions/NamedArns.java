package awsleuth.core.cause.permissions;

import awsleuth.boto.python.PyValue;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ARNs that stand anywhere in the parameters of a call, as written or by its event. */
final class NamedArns {

  private static final int DEEPEST = 8;

  private NamedArns() {}

  /** Each once, those of the call as written first. */
  static Stream<String> of(Facts facts) {
    Stream<String> event =
        facts.event().stream()
            .flatMap(e -> e.fields().entrySet().stream())
            .filter(f -> f.getKey().startsWith("requestParameters."))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue);
    Stream<String> written =
        facts.written().stream().flatMap(w -> texts(w.call().params(), 0).stream());
    return Stream.concat(written, event).filter(NamedArns::isArn).distinct();
  }

  private static boolean isArn(String text) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn") && text.indexOf(' ') < 0;
  }

  private static List<String> texts(PyValue value, int depth) {
    if (depth > DEEPEST) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    if (value instanceof PyValue.Str(String text)) {
      found.add(text);
    } else if (value instanceof PyValue.PyList(var items)) {
      items.forEach(item -> found.addAll(texts(item, depth + 1)));
    } else if (value instanceof PyValue.Dict(var entries)) {
      entries.values().forEach(item -> found.addAll(texts(item, depth + 1)));
    }
    return found;
  }
}
