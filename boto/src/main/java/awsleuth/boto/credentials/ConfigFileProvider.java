package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import java.util.Optional;

/** Keys in the config file. */
record ConfigFileProvider(BotoSession session, String profile) implements Provider {

  @Override
  public Method method() {
    return Method.CONFIG_FILE;
  }

  @Override
  public Load load() throws Raise {
    Optional<ConfigFile> file = session.read(session.configPath());
    if (file.isEmpty()) {
      return Provider.passes(Note.of("there is no file " + session.configPath()));
    }
    Section section = file.get().profiles().get(profile);
    return section == null
        ? Provider.passes(Note.of("no profile " + profile + " in " + session.configPath()))
        : FileKeys.of(method(), profile, section.settings());
  }
}
