package awsleuth.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What awsleuth read otherwise than it is, by form of text: missing and extra apart. */
final class Differences {

  private final Map<String, List<String>> missing = new TreeMap<>();
  private final Map<String, List<String>> extra = new TreeMap<>();

  /**
   * Compares a failed call as read with the truth. A field that the text shows must be read. A
   * field that it does not show may stay empty; where it is read all the same, it must be true.
   */
  void compare(RealError real, @Nullable Map<?, ?> call) {
    if (call == null) {
      add(missing, real, "failure", real.truth(), null);
      return;
    }
    for (Map.Entry<String, @Nullable Object> field : real.truth().entrySet()) {
      String name = field.getKey();
      Object truth = field.getValue();
      Object read = call.get(name);
      boolean right = same(name, truth, read);
      if (real.shows(name) && !right) {
        add(missing, real, name, truth, read);
      } else if (read != null && !right && !real.allows(name, read)) {
        add(extra, real, name, truth, read);
      }
    }
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return missing.isEmpty() && extra.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(text, "missing", missing);
    print(text, "extra", extra);
    return text.toString();
  }

  private static void print(StringBuilder text, String kind, Map<String, List<String>> found) {
    found.forEach((form, lines) -> {
      text.append('\n').append(kind).append(" in ").append(form).append(':');
      lines.forEach(l -> text.append("\n  ").append(l));
    });
  }

  private static void add(
      Map<String, List<String>> to,
      RealError real,
      String field,
      @Nullable Object truth,
      @Nullable Object read) {
    to.computeIfAbsent(real.form(), f -> new ArrayList<>())
        .add("%s: %s is %s, read as %s".formatted(real.id(), field, truth, read));
  }

  private static boolean same(String field, @Nullable Object truth, @Nullable Object read) {
    if (truth == null || read == null || truth.equals(read)) {
      return Objects.equals(truth, read);
    }
    return switch (field) {
      case "message" -> words(truth).equals(words(read));
      case "endpoint" -> host(truth).equals(host(read));
      default -> false;
    };
  }

  /** A message's words: lines of a log are folded and indented in many ways. */
  private static List<String> words(Object message) {
    return List.of(message.toString().strip().split("\\s+"));
  }

  /** Host and port; an endpoint may be given as URL or host name, with or without a path. */
  private static String host(Object endpoint) {
    String text = endpoint.toString();
    try {
      String authority = URI.create(text).getRawAuthority();
      return authority == null ? text : authority;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
