package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file of the first EC2 tools. */
record Ec2FileProvider(BotoSession session) implements Provider {

  private static final String VARIABLE = "AWS_CREDENTIAL_FILE";

  @Override
  public Method method() {
    return Method.EC2_CREDENTIALS_FILE;
  }

  @Override
  public Load load() throws Raise {
    String path = session.environment().get(VARIABLE);
    if (path == null) {
      return Provider.passes(Note.of(VARIABLE + " is not set"));
    }
    Note note = Note.variable(VARIABLE, VARIABLE);
    Map<String, String> settings = settings(Paths.user(path, session.environment()), note);
    String key = settings.get("AWSAccessKeyId");
    if (key == null) {
      return Provider.passes(note, Note.of("no AWSAccessKeyId in its file"));
    }
    String secret = settings.get("AWSSecretKey");
    if (secret == null) {
      throw new Raise(new Raised("KeyError", "'AWSSecretKey'"), note);
    }
    return Provider.has(new Loaded.Fixed(new Keys(key, secret, null, null)), note);
  }

  private Map<String, String> settings(String path, Note note) throws Raise {
    if (!(session.outside().file(path) instanceof Content.Bytes)) {
      throw Raise.notFound(path, note, Note.of("its file cannot be read"));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (String line :
        Files.text(session.outside(), path).split("[\\n\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029]")) {
      int equals = line.indexOf('=');
      if (equals >= 0) {
        settings.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return settings;
  }
}
