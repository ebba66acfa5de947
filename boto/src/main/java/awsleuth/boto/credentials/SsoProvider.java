package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PythonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A role that IAM Identity Center gives. */
record SsoProvider(BotoSession session, Tokens tokens, String profile) implements Provider {

  private static final List<String> REQUIRED =
      List.of("sso_role_name", "sso_account_id", "sso_start_url", "sso_region");

  private static final List<String> EXCEPTIONS =
      List.of(
          "InvalidRequestException",
          "ResourceNotFoundException",
          "TooManyRequestsException",
          "UnauthorizedException");

  @Override
  public Method method() {
    return Method.SSO;
  }

  @Override
  public Load load() throws Raise {
    Map<String, Setting> own = session.fullConfig().profile(profile);
    if (!own.containsKey("sso_role_name") && !own.containsKey("sso_account_id")) {
      return Provider.passes(
          Note.of("no sso_role_name and no sso_account_id in profile " + profile));
    }
    Map<String, Setting> all = resolved(own);
    List<String> missing = new ArrayList<>(REQUIRED);
    missing.removeIf(all::containsKey);
    Setting first = own.getOrDefault("sso_role_name", own.get("sso_account_id"));
    Note note = Note.of("sso", profile, java.util.Objects.requireNonNull(first));
    if (!missing.isEmpty()) {
      String names = String.join(", ", missing);
      throw Raise.invalidConfig(
          "The profile \""
              + profile
              + "\" is configured to use SSO but is missing required configuration: "
              + names,
          note,
          Note.of("no " + names));
    }
    return Provider.has(new Loaded.Deferred(() -> credentials(all)), note, Note.of(words(all)));
  }

  private static String words(Map<String, Setting> all) {
    String session = Values.text(all, "sso_session");
    String kept = session == null ? text(all, "sso_start_url") : session;
    return "role "
        + text(all, "sso_role_name")
        + " in account "
        + text(all, "sso_account_id")
        + ", with the token in "
        + Tokens.path(kept);
  }

  private Map<String, Setting> resolved(Map<String, Setting> own) throws Raise {
    Setting reference = own.get("sso_session");
    if (reference == null) {
      return own;
    }
    String name = Values.text(reference);
    Section found = session.fullConfig().ssoSessions().get(name);
    if (found == null) {
      throw Raise.invalidConfig(
          "The specified sso-session does not exist: \"" + name + "\"",
          Note.of("sso_session", profile, reference));
    }
    Map<String, Setting> all = new LinkedHashMap<>(own);
    for (Setting theirs : found.settings().values()) {
      Setting mine = own.get(theirs.name());
      if (mine != null && !Values.text(mine).equals(Values.text(theirs))) {
        throw Raise.invalidConfig(
            "The value for "
                + theirs.name()
                + " is inconsistent between profile ("
                + Values.text(mine)
                + ") and sso-session ("
                + Values.text(theirs)
                + ").",
            Note.of(mine.name(), profile, mine),
            Note.of("the sso-session", found));
      }
      all.put(theirs.name(), theirs);
    }
    return all;
  }

  private Loaded.Fresh credentials(Map<String, Setting> all) throws Raise, Unanswered {
    Regions.validate(text(all, "sso_region"));
    tokens.check(session.profileName());
    Sts.regional(session);
    String token;
    if (all.containsKey("sso_session")) {
      Optional<Tokens.SsoSession> sso = tokens.check(profile);
      token = sso.isPresent() ? tokens.ofSession(sso.get()) : "";
    } else {
      token = tokens.legacy(text(all, "sso_start_url"));
    }
    return ask(all, token);
  }

  private Loaded.Fresh ask(Map<String, Setting> all, String token) throws Raise, Unanswered {
    String base = session.environment().getOrDefault("AWS_ENDPOINT_URL_SSO", "");
    Ask.Sent sent =
        Ask.Sent.ofClient(
            "sso",
            text(all, "sso_region"),
            Map.of("x-amz-sso_bearer_token", token),
            Map.of(
                "role_name", text(all, "sso_role_name"),
                "account_id", text(all, "sso_account_id")));
    Ask ask = new Ask.Http("GET", base + "/federation/credentials", sent);
    Answer answer = token.isEmpty() ? new Answer.None() : session.outside().ask(ask);
    return switch (answer) {
      case Answer.Response response -> read(response, text(all, "sso_account_id"));
      case Answer.None _, Answer.Refused _, Answer.Closed _, Answer.Ended _, Answer.NoProgram _ ->
          throw new Unanswered(ask);
    };
  }

  private static Loaded.Fresh read(Answer.Response response, String account) throws Raise {
    if (response.status() >= 300) {
      throw ServiceError.isCode(response, "UnauthorizedException")
          ? Tokens.unauthorized()
          : ServiceError.of(response, "GetRoleCredentials", EXCEPTIONS);
    }
    Dict role =
        LoadedJson.of(response.text()) instanceof Dict body
                && body.get("roleCredentials") instanceof Dict inner
            ? inner
            : new Dict(new LinkedHashMap<>());
    Keys keys =
        new Keys(
            field(role, "accessKeyId"),
            field(role, "secretAccessKey"),
            field(role, "sessionToken"),
            account);
    return new Loaded.Fresh(keys, expiry(role));
  }

  private static String expiry(Dict role) throws Raise {
    BigDecimal milliseconds =
        switch (role.get("expiration")) {
          case Int i -> new BigDecimal(i.value());
          case Real r -> new BigDecimal(r.value());
          case null, default -> throw new Raise(new Raised("KeyError", "'expiration'"));
        };
    try {
      return Instant.ofEpochMilli(milliseconds.longValue())
          .truncatedTo(ChronoUnit.SECONDS)
          .toString();
    } catch (DateTimeException e) {
      throw new Raise(new Raised("ValueError", "year is out of range"));
    }
  }

  private static String field(Dict role, String name) throws Raise {
    PyValue value = role.get(name);
    if (value == null) {
      throw new Raise(new Raised("KeyError", "'" + name + "'"));
    }
    return PythonText.str(value);
  }

  private static String text(Map<String, Setting> settings, String name) {
    return String.valueOf(Values.text(settings, name));
  }
}
