package awsleuth.boto.credentials;

import awsleuth.boto.config.Setting;
import java.util.Map;
import java.util.Optional;

/** Keys among the settings of a section. */
final class FileKeys {

  static final String KEY = "aws_access_key_id";
  static final String SECRET = "aws_secret_access_key";

  private FileKeys() {}

  static Provider.Load of(Method method, String profile, Map<String, Setting> settings)
      throws Raise {
    return of(method, profile, settings, true);
  }

  /**
   * Keys of a section.
   *
   * @param whole whether a session token and an account are looked for
   */
  static Provider.Load of(
      Method method, String profile, Map<String, Setting> settings, boolean whole) throws Raise {
    Setting key = settings.get(KEY);
    if (key == null) {
      return Provider.passes(Note.of("no " + KEY + " in profile " + profile));
    }
    Note note = Note.of(KEY, profile, key);
    if (!settings.containsKey(SECRET)) {
      throw Raise.partial(method.text(), SECRET, note, Note.of("no " + SECRET + " beside it"));
    }
    return Provider.has(
        new Loaded.Fixed(
            new Keys(
                Values.text(settings, KEY),
                Values.text(settings, SECRET),
                whole ? Values.text(settings, tokenName(settings)) : null,
                whole ? Values.text(settings, "aws_account_id") : null)),
        note);
  }

  /** The session token beside the keys; empty where there is none, or none but in name. */
  static Optional<String> token(Map<String, Setting> settings) {
    return Optional.ofNullable(settings.get(tokenName(settings)))
        .flatMap(Setting::text)
        .filter(t -> !t.isEmpty());
  }

  private static String tokenName(Map<String, Setting> settings) {
    return settings.containsKey("aws_security_token") ? "aws_security_token" : "aws_session_token";
  }
}
