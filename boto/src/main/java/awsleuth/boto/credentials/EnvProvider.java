package awsleuth.boto.credentials;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys in environment variables. */
record EnvProvider(Map<String, String> environment, Instant now) implements Provider {

  private static final String KEY = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
  private static final String EXPIRY = "AWS_CREDENTIAL_EXPIRATION";

  @Override
  public Method method() {
    return Method.ENV;
  }

  @Override
  public Load load() throws Raise {
    if (!environment.containsKey(KEY)) {
      return Provider.passes(Note.of(KEY + " is not set"));
    }
    Note key = Note.variable(KEY, KEY);
    if (filled(KEY) == null) {
      return Provider.passes(Note.variable(KEY + " is empty", KEY));
    }
    Keys keys = keys();
    String expiry = filled(EXPIRY);
    if (expiry == null) {
      return Provider.has(new Loaded.Fixed(keys), key);
    }
    Loaded.Refresh again = () -> new Loaded.Fresh(keys, expiry);
    return Provider.has(
        new Loaded.Expiring(keys, Dates.parse(expiry, now), again),
        key,
        Note.variable(EXPIRY, EXPIRY));
  }

  private Keys keys() throws Raise {
    String secret = filled(SECRET);
    if (secret == null) {
      String words = SECRET + (environment.containsKey(SECRET) ? " is empty" : " is not set");
      throw Raise.partial(method().text(), SECRET, Note.of(words));
    }
    String token = filled("AWS_SECURITY_TOKEN");
    return new Keys(
        filled(KEY),
        secret,
        token == null ? filled("AWS_SESSION_TOKEN") : token,
        filled("AWS_ACCOUNT_ID"));
  }

  private @Nullable String filled(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
