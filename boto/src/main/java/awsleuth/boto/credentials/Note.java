package awsleuth.boto.credentials;

import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import java.util.Optional;

/**
 * Something about a provider, for people.
 *
 * @param words lower case, without a period; names of settings, variables and profiles, no secrets
 * @param origin where it is seen; empty where it is the absence of something
 */
public record Note(String words, Optional<Origin> origin) {

  Note(String words, Origin origin) {
    this(words, Optional.of(origin));
  }

  static Note of(String words) {
    return new Note(words, Optional.empty());
  }

  static Note of(String words, Section section) {
    return new Note(words, new Origin.File(section.place()));
  }

  static Note of(String words, String profile, Setting setting) {
    return new Note(words, new Origin.Profile(profile, setting.name(), setting.place()));
  }

  static Note variable(String words, String name) {
    return new Note(words, new Origin.Variable(name));
  }
}
