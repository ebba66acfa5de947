package awsleuth.boto.config;

import java.util.Map;
import java.util.Optional;

/**
 * A value that a section has under a name.
 *
 * @param name in small letters; of a nested setting as written
 * @param value what it is set to
 * @param place where its name stands
 */
public record Setting(String name, Value value, Place place) {

  /** What a setting can be set to. */
  public sealed interface Value {}

  /**
   * A text.
   *
   * @param text without the spaces around it, quotes and comments kept; the lines of a continued
   *     one are parted by line feeds
   */
  public record Text(String text) implements Value {}

  /**
   * A block of further settings, such as those under {@code s3 =}.
   *
   * @param settings by name; of two of one name the last
   */
  public record Nested(Map<String, Setting> settings) implements Value {}

  /** The text that it is set to; empty if it is a block. */
  public Optional<String> text() {
    return switch (value) {
      case Text(String text) -> Optional.of(text);
      case Nested _ -> Optional.empty();
    };
  }

  /** The setting of that name in its block; empty if it is a text or has none. */
  public Optional<Setting> nested(String inner) {
    return switch (value) {
      case Text _ -> Optional.empty();
      case Nested(Map<String, Setting> settings) -> Optional.ofNullable(settings.get(inner));
    };
  }
}
