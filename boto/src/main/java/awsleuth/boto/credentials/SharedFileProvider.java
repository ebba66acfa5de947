package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import java.util.Optional;

/** Keys in the credentials file. */
record SharedFileProvider(BotoSession session, String profile) implements Provider {

  @Override
  public Method method() {
    return Method.SHARED_CREDENTIALS_FILE;
  }

  @Override
  public Load load() throws Raise {
    Optional<ConfigFile> file = session.read(session.credentialsPath());
    if (file.isEmpty()) {
      return Provider.passes(Note.of("there is no file " + session.credentialsPath()));
    }
    Section section = file.get().byHeader().get(profile);
    return section == null
        ? Provider.passes(Note.of("no section [" + profile + "] in " + session.credentialsPath()))
        : FileKeys.of(method(), profile, section.settings());
  }
}
