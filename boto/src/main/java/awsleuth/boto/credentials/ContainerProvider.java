package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PythonText;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint that ECS, EKS and others give a container. */
record ContainerProvider(BotoSession session, Instant now) implements Provider {

  private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
  private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

  /** As botocore asks it; it waits a second between the attempts. */
  private static final double TIMEOUT = 2;

  private static final int ATTEMPTS = 3;

  @Override
  public Method method() {
    return Method.CONTAINER_ROLE;
  }

  @Override
  public Load load() throws Raise, Unanswered {
    Map<String, String> environment = session.environment();
    String relative = environment.get(RELATIVE);
    String full = environment.get(FULL);
    if (relative == null && full == null) {
      return Provider.passes(Note.of(RELATIVE + " and " + FULL + " are not set"));
    }
    String url = relative == null ? String.valueOf(full) : "http://169.254.170.2" + relative;
    String variable = relative == null ? FULL : RELATIVE;
    Note note = Note.variable(variable, variable);
    try {
      Loaded.Fresh fresh = fetch(url);
      return Provider.has(
          new Loaded.Expiring(fresh.keys(), Dates.parse(fresh.expiry(), now), () -> fetch(url)),
          note);
    } catch (Raise e) {
      throw new Raise(e.raised(), note);
    }
  }

  private Loaded.Fresh fetch(String url) throws Raise, Unanswered {
    String token = token();
    Urls.allowed(url);
    if (!(answer(url, token) instanceof Dict answer)) {
      throw new Raise(new Raised("TypeError", "list indices must be integers or slices, not str"));
    }
    Keys keys =
        new Keys(
            required(answer, "AccessKeyId"),
            required(answer, "SecretAccessKey"),
            required(answer, "Token"),
            text(answer.get("AccountId")));
    return new Loaded.Fresh(keys, required(answer, "Expiration"));
  }

  private @Nullable String token() throws Raise {
    String file = session.environment().get(TOKEN + "_FILE");
    String token =
        file == null ? session.environment().get(TOKEN) : Files.text(session.outside(), file);
    if (token != null && (token.contains("\r") || token.contains("\n"))) {
      throw new Raise(new Raised("ValueError", "Auth token value is not a legal header value"));
    }
    return token;
  }

  private PyValue answer(String url, @Nullable String token) throws Raise, Unanswered {
    Map<String, String> headers =
        token == null
            ? Map.of("Accept", "application/json")
            : Map.of("Accept", "application/json", "Authorization", token);
    Ask ask = new Ask.Http("GET", url, Ask.Sent.local(headers, TIMEOUT, ATTEMPTS));
    return switch (session.outside().ask(ask)) {
      case Answer.Response response -> body(response);
      case Answer.Refused _ ->
          throw failed("Could not connect to the endpoint URL: \"" + url + "\"");
      case Answer.Closed _ ->
          throw failed(
              "Connection was closed before we received a valid response from endpoint URL: \""
                  + url
                  + "\".");
      case Answer.None _, Answer.Ended _, Answer.NoProgram _ -> throw new Unanswered(ask);
    };
  }

  private PyValue body(Answer.Response response) throws Raise {
    String text = response.text();
    if (response.status() != 200) {
      throw retrieval(
          "Received non 200 response " + response.status() + " from container metadata: " + text);
    }
    try {
      return LoadedJson.of(text);
    } catch (Raise _) {
      throw retrieval("Unable to parse JSON returned from container metadata services");
    }
  }

  private Raise failed(String error) {
    return retrieval("Received error when attempting to retrieve container metadata: " + error);
  }

  private Raise retrieval(String error) {
    return Raise.retrieval(method().text(), "Error retrieving metadata: " + error);
  }

  private static String required(Dict answer, String name) throws Raise {
    PyValue value = answer.get(name);
    if (value == null) {
      throw new Raise(new Raised("KeyError", "'" + name + "'"));
    }
    return PythonText.str(value);
  }

  private static @Nullable String text(@Nullable PyValue value) {
    return value == null || value instanceof None ? null : PythonText.str(value);
  }
}
