package awsleuth.e2e;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One text that a real failure left, as {@code real_errors.py} writes it.
 *
 * @param id names the failing program and the form
 * @param form the form of the text: {@code traceback}, {@code json-log}, {@code debug-log} …
 * @param text the text
 * @param truth the fields of the failed call; null where there is nothing to know
 * @param visible for every field, whether the text shows it
 * @param classes the exception's class and those that it derives from, by simple name
 */
record RealError(
    String id,
    String form,
    String text,
    Map<String, @Nullable Object> truth,
    Map<String, @Nullable Object> visible,
    List<@Nullable Object> classes) {

  @SuppressWarnings("unchecked") // the program writes these types
  static RealError of(Map<String, @Nullable Object> line) {
    return new RealError(
        (String) Objects.requireNonNull(line.get("id")),
        (String) Objects.requireNonNull(line.get("form")),
        (String) Objects.requireNonNull(line.get("text")),
        (Map<String, @Nullable Object>) Objects.requireNonNull(line.get("truth")),
        (Map<String, @Nullable Object>) Objects.requireNonNull(line.get("visible")),
        (List<@Nullable Object>) Objects.requireNonNull(line.get("classes")));
  }

  /** Whether the text shows this field. */
  boolean shows(String field) {
    return Boolean.TRUE.equals(visible.get(field));
  }

  /**
   * Whether this may be read for a field that the text does not show: a base class where no class
   * is printed, and anything where the truth is not known.
   */
  boolean allows(String field, Object read) {
    return switch (field) {
      case "exception" -> classes.contains(read);
      case "code", "max_retries" -> false;
      case "message" -> true;
      default -> truth.get(field) == null;
    };
  }
}
