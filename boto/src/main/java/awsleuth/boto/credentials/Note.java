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
 * @param ofVariables whether it is that the keys of the variables are taken for a role
 */
public record Note(String words, Optional<Origin> origin, boolean ofVariables) {

  private static final String VARIABLES = "Environment";

  private Note(String words, Optional<Origin> origin) {
    this(words, origin, false);
  }

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

  /** That a profile takes the credentials of a source, by its name, for its role. */
  static Note source(String source, String profile, Setting setting) {
    Note note = of("with the credentials of " + source, profile, setting);
    return new Note(note.words, note.origin, source.equals(VARIABLES));
  }
}
