package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of IAM Identity Center, which {@code aws sso login} keeps in files.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/tokens.py">tokens.py</a>
 */
record Tokens(BotoSession session, Instant now) {

  /** Seconds before its end at which a token is renewed. */
  private static final long RENEW = 900;

  private static final List<String> NEEDED =
      List.of("refreshToken", "clientId", "clientSecret", "registrationExpiresAt");

  /** An sso-session that a profile refers to. */
  record SsoSession(String name, String startUrl, String region) {}

  /** Every client that is made tests the sso-session of the session's profile. */
  Optional<SsoSession> check(String profile) throws Raise {
    Setting reference = session.fullConfig().profile(profile).get("sso_session");
    if (reference == null) {
      return Optional.empty();
    }
    String name = Values.text(reference);
    String user =
        "The profile \"" + profile + "\" is configured to use the SSO token provider but ";
    Section found = session.fullConfig().ssoSessions().get(name);
    if (found == null || found.settings().isEmpty()) {
      throw Raise.invalidConfig(
          user + "the \"" + name + "\" sso_session configuration does not exist.",
          Note.of("sso_session", profile, reference));
    }
    List<PyValue> missing =
        List.of("sso_start_url", "sso_region").stream()
            .filter(n -> !found.settings().containsKey(n))
            .<PyValue>map(Str::new)
            .toList();
    if (!missing.isEmpty()) {
      throw Raise.invalidConfig(
          user
              + "is missing the following configuration: "
              + PythonText.repr(new PyList(missing))
              + ".",
          Note.of("the sso-session", found));
    }
    return Optional.of(
        new SsoSession(
            name, text(found.settings(), "sso_start_url"), text(found.settings(), "sso_region")));
  }

  private static String text(Map<String, Setting> settings, String name) {
    return String.valueOf(Values.text(settings, name));
  }

  /** The token of a start URL; an expired one is refused. */
  String legacy(String startUrl) throws Raise {
    Dict token = load(startUrl, startUrl, startUrl);
    if (Loaded.secondsLeft(Dates.parse(field(token, "expiresAt"), now), now) <= 0) {
      throw unauthorized();
    }
    return field(token, "accessToken");
  }

  /** The token of an sso-session, renewed if it has to be and can be. */
  String ofSession(SsoSession sso) throws Raise, Unanswered {
    Dict token = load(sso.name(), sso.name(), sso.startUrl());
    double left = Loaded.secondsLeft(Dates.parse(field(token, "expiresAt"), now), now);
    if (left < RENEW) {
      Optional<String> renewed = renew(token, sso);
      if (renewed.isPresent()) {
        return renewed.get();
      }
    }
    if (left <= 0) {
      throw Raise.botocore(
          "TokenRetrievalError",
          "Error when retrieving token from sso: Token has expired and refresh failed");
    }
    return field(token, "accessToken");
  }

  private Optional<String> renew(Dict token, SsoSession sso) throws Raise, Unanswered {
    if (!NEEDED.stream().allMatch(token::has)) {
      return Optional.empty();
    }
    String registration = field(token, "registrationExpiresAt");
    if (Loaded.secondsLeft(Dates.parse(registration, now), now) <= 0) {
      return Optional.empty();
    }
    Regions.validate(sso.region());
    String base = session.environment().getOrDefault("AWS_ENDPOINT_URL_SSO_OIDC", "");
    Ask.Sent sent = Ask.Sent.ofClient("sso-oidc", sso.region(), Map.of(), Map.of());
    Ask ask = new Ask.Http("POST", base + "/token", sent);
    return switch (session.outside().ask(ask)) {
      case Answer.Response response -> {
        PyValue body = LoadedJson.of(response.text());
        yield response.status() == 200 && body instanceof Dict answer && answer.has("accessToken")
            ? Optional.of(field(answer, "accessToken"))
            : Optional.empty();
      }
      case Answer.None _, Answer.Refused _, Answer.Closed _, Answer.Ended _, Answer.NoProgram _ ->
          throw new Unanswered(ask);
    };
  }

  /** The path of the file in which the token of a start URL or session is kept. */
  static String path(String keptUnder) {
    return "~/.aws/sso/cache/" + sha1(keptUnder) + ".json";
  }

  private Dict load(String keptUnder, String name, String startUrl) throws Raise {
    String path = Paths.user(path(keptUnder), session.environment());
    if (!(session.outside().file(path) instanceof Content.Bytes)) {
      throw loadError("Token for " + name + " does not exist", path);
    }
    if (!(json(path, keptUnder) instanceof Dict token)
        || !token.has("accessToken")
        || !token.has("expiresAt")) {
      throw loadError("Token for " + startUrl + " is invalid", path);
    }
    return token;
  }

  private PyValue json(String path, String keptUnder) throws Raise {
    try {
      return LoadedJson.of(Files.text(session.outside(), path));
    } catch (Raise _) {
      throw new Raise(new Raised("KeyError", "'" + sha1(keptUnder) + "'"), file(path));
    }
  }

  private static Raise loadError(String error, String path) {
    return Raise.botocore("SSOTokenLoadError", "Error loading SSO Token: " + error, file(path));
  }

  private static Note file(String path) {
    return Note.of("the token is kept in " + path);
  }

  static Raise unauthorized() {
    return Raise.botocore(
        "UnauthorizedSSOTokenError",
        "The SSO session associated with this profile has expired or is otherwise invalid. To"
            + " refresh this SSO session run aws sso login with the corresponding profile.");
  }

  private static String field(Dict token, String name) {
    PyValue value = token.get(name);
    return value == null ? "" : PythonText.str(value);
  }

  private static String sha1(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
