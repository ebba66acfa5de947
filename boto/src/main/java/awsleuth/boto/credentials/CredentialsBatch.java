package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON in, one for each out: a record with {@code env}, {@code files}, {@code
 * session_kwargs} and the answers of a server in {@code http} is answered with what boto3 would do.
 */
public final class CredentialsBatch {

  private final boolean reveal;
  private final UnaryOperator<String> harmless;
  private final Instant now;

  private CredentialsBatch(boolean reveal, UnaryOperator<String> harmless, Instant now) {
    this.reveal = reveal;
    this.harmless = harmless;
    this.now = now;
  }

  /** A batch that shows keys, and messages that quote files and answers, whole. */
  public static CredentialsBatch revealing(Instant now) {
    return new CredentialsBatch(true, UnaryOperator.identity(), now);
  }

  /**
   * A batch that shows no secrets.
   *
   * @param harmless takes what looks like a secret out of a text
   */
  public static CredentialsBatch masking(UnaryOperator<String> harmless, Instant now) {
    return new CredentialsBatch(false, harmless, now);
  }

  /** The answer to a line, one line of JSON without its end. */
  public String answer(String line) {
    PyValue read;
    try {
      read = LoadedJson.of(line);
    } catch (Raise e) {
      return error("not valid JSON");
    }
    if (!(read instanceof Dict dict)) {
      return error("not a JSON object");
    }
    Placeholders places = Placeholders.USUAL;
    CredentialsRecord record = CredentialsRecord.of(dict, places);
    Resolution resolution =
        Resolver.resolve(
            Rules.BOTO3, record.environment(), record.outside(), record.arguments(), now);
    PyValue expect = places.restore(expect(resolution));
    return JsonText.line(
        object("id", record.id(), "expect", reveal ? expect : masked(expect, record)));
  }

  private PyValue masked(PyValue expect, CredentialsRecord record) {
    SecretValues secrets = SecretValues.of(record.environment(), record.outside().texts());
    return Texts.map(expect, text -> harmless.apply(secrets.hide(text)));
  }

  private static String error(String why) {
    return JsonText.line(object("id", new None(), "error", new Str(why)));
  }

  private static Dict object(Object... namesAndValues) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put(new Str((String) namesAndValues[i]), (PyValue) namesAndValues[i + 1]);
    }
    return new Dict(entries);
  }

  private PyValue expect(Resolution resolution) {
    if (resolution.refused().isPresent()) {
      Dict refused = raised(resolution.refused().get());
      resolution
          .fault()
          .ifPresent(fault -> refused.entries().put(new Str("detail"), raised(fault)));
      return object("session", refused);
    }
    Dict expect = object("session", new Str("OK"));
    put(expect, "profile", new Str(resolution.profileName()));
    put(expect, "region", region(resolution.region()));
    put(expect, "resolve", outcome(resolution.outcome()));
    frozen(resolution.frozen()).ifPresent(frozen -> put(expect, "frozen", frozen));
    return expect;
  }

  private static void put(Dict dict, String name, PyValue value) {
    dict.entries().put(new Str(name), value);
  }

  private Dict raised(Raised raised) {
    return object(
        "exception",
        new Str(raised.exception()),
        "message",
        new Str(reveal ? raised.message() : Quoting.without(raised)));
  }

  private PyValue region(RegionOutcome region) {
    return switch (region) {
      case RegionOutcome.Known(Optional<Found<String>> found) ->
          found
              .<PyValue>map(f -> new Str(reveal ? f.value() : RegionWords.of(f)))
              .orElse(new None());
      case RegionOutcome.Raises(Raised raised) -> raised(raised);
    };
  }

  private PyValue outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Won(Method method, String type) ->
          object("method", new Str(method.text()), "class", new Str(type));
      case Outcome.Nothing _ -> new None();
      case Outcome.Raises(Raised raised) -> raised(raised);
      case Outcome.Open(Method method, Ask ask) ->
          object("method", new Str(method.text()), "unknown", new Str(ask.words()));
    };
  }

  private Optional<PyValue> frozen(Frozen frozen) {
    return switch (frozen) {
      case Frozen.Signs(Keys keys) -> Optional.of(reveal ? whole(keys) : shown(keys.fingerprint()));
      case Frozen.Raises(Raised raised) -> Optional.of(raised(raised));
      case Frozen.Open(Ask ask) -> Optional.of(object("unknown", new Str(ask.words())));
      case Frozen.Nothing _ -> Optional.empty();
    };
  }

  private static Dict whole(Keys keys) {
    return object(
        "access_key", text(keys.accessKey()),
        "secret_key", text(keys.secretKey()),
        "token", text(keys.token()),
        "account_id", text(keys.account()));
  }

  private static Dict shown(Fingerprint keys) {
    return object(
        "access_key",
        new Str(keys.accessKey()),
        "secret_key",
        new Str("…"),
        "token",
        keys.token() ? new Str("…") : new None(),
        "account_id",
        keys.account().<PyValue>map(Str::new).orElse(new None()));
  }

  private static PyValue text(@Nullable String value) {
    return value == null ? new None() : new Str(value);
  }
}
