package awsleuth.boto.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that botocore can read.
 *
 * @param path as the user would write it
 * @param sections in the order of the file, without {@code [DEFAULT]}
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/configloader.py">configloader.py</a>
 */
public record ConfigFile(String path, List<Section> sections) implements ConfigReading {

  /**
   * The profiles of a config file by name: {@code [default]} and {@code [profile NAME]}. Of two of
   * one name the later one counts alone.
   */
  public Map<String, Section> profiles() {
    Map<String, Section> profiles = new LinkedHashMap<>();
    for (Section section : sections) {
      if (section.header().equals("default")) {
        profiles.put("default", section);
      } else if (section.header().startsWith("profile")) {
        named(section).ifPresent(name -> profiles.put(name, section));
      }
    }
    return profiles;
  }

  /** The {@code [sso-session NAME]} sections of a config file by name. */
  public Map<String, Section> ssoSessions() {
    return ofKind("sso-session");
  }

  /** The {@code [services NAME]} sections of a config file by name. */
  public Map<String, Section> services() {
    return ofKind("services");
  }

  /** All sections by what stands in the brackets, as botocore reads a credentials file. */
  public Map<String, Section> byHeader() {
    Map<String, Section> all = new LinkedHashMap<>();
    sections.forEach(section -> all.put(section.header(), section));
    return all;
  }

  private Map<String, Section> ofKind(String kind) {
    Map<String, Section> found = new LinkedHashMap<>();
    for (Section section : sections) {
      if (section.header().startsWith(kind)) {
        named(section).ifPresent(name -> found.put(name, section));
      }
    }
    return found;
  }

  private static Optional<String> named(Section section) {
    Optional<List<String>> words = ShellWords.split(section.header());
    return words.isPresent() && words.get().size() == 2
        ? Optional.of(words.get().get(1))
        : Optional.empty();
  }
}
