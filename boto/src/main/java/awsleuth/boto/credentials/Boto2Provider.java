package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file of boto 2. */
record Boto2Provider(BotoSession session) implements Provider {

  private static final String VARIABLE = "BOTO_CONFIG";

  @Override
  public Method method() {
    return Method.BOTO_CONFIG;
  }

  @Override
  public Load load() throws Raise {
    String given = session.environment().get(VARIABLE);
    List<String> paths = given == null ? List.of("/etc/boto.cfg", "~/.boto") : List.of(given);
    List<Note> notes = new ArrayList<>();
    for (String path : paths) {
      Optional<ConfigFile> file = session.read(path);
      Section section = file.map(f -> f.byHeader().get("Credentials")).orElse(null);
      if (section != null) {
        Load load = FileKeys.of(method(), "Credentials", section.settings(), false);
        if (load instanceof Has) {
          return load;
        }
      }
      notes.add(
          Note.of(
              file.isEmpty()
                  ? "there is no file " + path
                  : "no keys in section [Credentials] of " + path));
    }
    return new Passes(List.copyOf(notes));
  }
}
