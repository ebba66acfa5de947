package awsleuth.boto.config;

import java.util.Map;
import java.util.Optional;

/**
 * A section of a file.
 *
 * @param header what stands in the brackets
 * @param place where the bracket opens
 * @param settings by name, in the order of the file; those of {@code [DEFAULT]} after its own
 */
public record Section(String header, Place place, Map<String, Setting> settings) {

  /** The setting of that name; empty if there is none. */
  public Optional<Setting> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }
}
