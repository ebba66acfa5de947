package awsleuth.boto.credentials;

import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A role of a profile, assumed with the credentials of another profile or of a source. */
final class AssumeRoleProvider implements Provider {

  private final BotoSession session;
  private final Sts sts;
  private final String profile;
  private final Chain chain;
  private final Instant now;
  private final List<String> visited = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  AssumeRoleProvider(Chain chain, BotoSession session, Sts sts, String profile, Instant now) {
    this.chain = chain;
    this.session = session;
    this.sts = sts;
    this.profile = profile;
    this.now = now;
    visited.add(profile);
  }

  @Override
  public Method method() {
    return Method.ASSUME_ROLE;
  }

  @Override
  public Load load() throws Raise, Unanswered {
    Map<String, Setting> settings = session.fullConfig().profile(profile);
    if (!settings.containsKey("role_arn")) {
      return Provider.passes(Note.of("no role_arn in profile " + profile));
    }
    if (settings.containsKey("web_identity_token_file")) {
      return Provider.passes(
          Note.of("profile " + profile + " takes its role for a token in a file"));
    }
    try {
      return new Has(role(profile), List.copyOf(notes));
    } catch (Raise e) {
      throw e.after(notes);
    }
  }

  private static boolean hasRole(Map<String, Setting> settings) {
    return settings.containsKey("role_arn") && !settings.containsKey("web_identity_token_file");
  }

  private static boolean hasKeys(Map<String, Setting> settings) {
    return settings.containsKey(FileKeys.SECRET) || settings.containsKey(FileKeys.KEY);
  }

  private Loaded role(String name) throws Raise, Unanswered {
    Map<String, Setting> settings = session.fullConfig().profile(name);
    Setting arn = java.util.Objects.requireNonNull(settings.get("role_arn"));
    notes.add(Note.of("the role " + Values.text(arn), name, arn));
    Setting mfa = settings.get("mfa_serial");
    if (mfa != null) {
      notes.add(Note.of("a code of the device " + Values.text(mfa) + " is asked for", name, mfa));
    }
    Loaded source = source(name, settings);
    Map<String, Object> parameters = parameters(settings);
    return new Loaded.Deferred(() -> {
      if (mfa != null) {
        parameters.put("TokenCode", "000000");
      }
      return sts.call("AssumeRole", parameters, Optional.of(source.freeze(now).keys()));
    });
  }

  private static Map<String, Object> parameters(Map<String, Setting> settings) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "RoleSessionName", Values.text(settings, "role_session_name"));
    put(parameters, "ExternalId", Values.text(settings, "external_id"));
    put(parameters, "SerialNumber", Values.text(settings, "mfa_serial"));
    Optional.ofNullable(Values.text(settings, "duration_seconds"))
        .flatMap(Numbers::of)
        .ifPresent(seconds -> parameters.put("DurationSeconds", seconds));
    put(parameters, "RoleArn", Values.text(settings, "role_arn"));
    Sts.nameSession(parameters);
    return parameters;
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  private Loaded source(String name, Map<String, Setting> settings) throws Raise, Unanswered {
    Setting from = settings.get("source_profile");
    Setting named = settings.get("credential_source");
    if (from != null && named != null) {
      throw Raise.invalidConfig(
          "The profile \"" + name + "\" contains both source_profile and credential_source.",
          Note.of("source_profile", name, from),
          Note.of("credential_source", name, named));
    }
    if (named != null) {
      return named(name, named);
    }
    if (from == null) {
      throw Raise.partial(
          method().text(),
          "source_profile or credential_source",
          notes.getLast(),
          Note.of("the profile says not whose credentials assume the role"));
    }
    validate(name, from);
    notes.add(Note.of("with the credentials of profile " + Values.text(from), name, from));
    visited.add(Values.text(from));
    return ofProfile(Values.text(from));
  }

  private Loaded named(String name, Setting named) throws Raise, Unanswered {
    String source = Values.text(named);
    Note note = Note.source(source, name, named);
    Optional<Provider> provider = chain.source(source);
    if (provider.isEmpty()) {
      throw Raise.invalidConfig(
          "The credential source \""
              + source
              + "\" referenced in profile \""
              + name
              + "\" is not valid.",
          note);
    }
    notes.add(note);
    return switch (provider.get().load()) {
      case Has has -> has.loaded();
      case Passes _ ->
          throw Raise.retrieval(
              source,
              "No credentials found in credential_source referenced in profile " + name,
              note);
    };
  }

  private void validate(String parent, Setting from) throws Raise {
    String source = Values.text(from);
    Note note = Note.of("source_profile", parent, from);
    Map<String, Setting> settings = session.fullConfig().profiles().get(source);
    if (settings == null) {
      throw Raise.invalidConfig(
          "The source_profile \""
              + source
              + "\" referenced in the profile \""
              + parent
              + "\" does not exist.",
          note);
    }
    if (visited.contains(source) && !(source.equals(parent) && hasKeys(settings))) {
      List<PyValue> names = visited.stream().<PyValue>map(Str::new).toList();
      throw Raise.botocore(
          "InfiniteLoopConfigError",
          "Infinite loop in credential configuration detected. Attempting to load from profile "
              + source
              + " which has already been visited. Visited profiles: "
              + PythonText.repr(new PyList(names)),
          note);
    }
  }

  private Loaded ofProfile(String name) throws Raise, Unanswered {
    Map<String, Setting> settings = session.fullConfig().profile(name);
    if (!hasKeys(settings) && hasRole(settings)) {
      return role(name);
    }
    for (Provider provider : chain.ofProfile(name, false)) {
      if (provider.load() instanceof Has has) {
        notes.addAll(has.notes());
        return has.loaded();
      }
    }
    throw Raise.invalidConfig("The source profile \"" + name + "\" must have credentials.");
  }
}
