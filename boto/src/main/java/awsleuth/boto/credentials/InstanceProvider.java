package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metadata service of an EC2 instance.
 *
 * @param settings how it is asked
 */
record InstanceProvider(BotoSession session, InstanceSettings settings, Instant now)
    implements Provider {

  private static final String DISABLED = "AWS_EC2_METADATA_DISABLED";
  private static final String ROLES = "latest/meta-data/iam/security-credentials/";
  private static final BigInteger MOST = BigInteger.TEN;
  private static final List<String> FIELDS =
      List.of("AccessKeyId", "SecretAccessKey", "Token", "Expiration");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  @Override
  public Method method() {
    return Method.IAM_ROLE;
  }

  @Override
  public Load load() throws Raise, Unanswered {
    if (disabled()) {
      return Provider.passes(Note.variable(DISABLED + " is true", DISABLED));
    }
    Optional<Given> fresh = fetch();
    if (!settings.isAsked()) {
      return Provider.passes(
          new Note(
              "the metadata service is not asked: metadata_service_num_attempts is not positive",
              settings.attempts().origin()));
    }
    if (fresh.isEmpty()) {
      return Provider.passes(
          Note.of("the metadata service at " + settings.url() + " gives no credentials"));
    }
    Loaded.Fresh first = fresh.get().keys();
    Loaded keys =
        new Loaded.Expiring(
            first.keys(),
            Dates.parse(first.expiry(), now),
            () -> again(first),
            fresh.get().putOff().map(p -> new Loaded.Told(fresh.get().end(), p)));
    return Provider.has(keys, Note.of("the metadata service at " + settings.url()));
  }

  boolean disabled() {
    return session.environment().getOrDefault(DISABLED, "false").equalsIgnoreCase("true");
  }

  private Loaded.Fresh again(Loaded.Fresh first) throws Raise, Unanswered {
    return fetch().map(Given::keys).orElse(first);
  }

  /**
   * Keys as botocore takes them.
   *
   * @param end when they end by the service's word
   * @param putOff whether botocore takes another end
   */
  private record Given(Loaded.Fresh keys, String end, Optional<PutOff> putOff) {}

  private Optional<Given> fetch() throws Raise, Unanswered {
    boolean asked = settings.isAsked();
    if (asked) {
      settings.refuseTimeout();
    }
    Token token = asked ? token() : new Token(null, false);
    if (token.refused()) {
      return Optional.empty();
    }
    boolean empty = token.text() == null || token.text().isEmpty();
    if (empty && settings.v2Only()) {
      throw Raise.metadata(
          "Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled");
    }
    String role = asked ? get(ROLES, token) : null;
    String body = role == null ? null : get(ROLES + role, token);
    return body == null ? Optional.empty() : read(body);
  }

  /**
   * The answer to the request for a token.
   *
   * @param refused whether botocore gives up
   */
  private record Token(@Nullable String text, boolean refused) {}

  private Token token() throws Unanswered {
    Ask ask =
        new Ask.Http(
            "PUT",
            settings.at("latest/api/token"),
            settings.sent(Map.of("x-aws-ec2-metadata-token-ttl-seconds", "21600")));
    return switch (session.outside().ask(ask)) {
      case Answer.Response r -> new Token(r.status() == 200 ? r.text() : null, r.status() == 400);
      case Answer.Refused _, Answer.Closed _ -> new Token(null, false);
      case Answer.None _, Answer.Ended _, Answer.NoProgram _ -> throw new Unanswered(ask);
    };
  }

  /** The body of a good answer; null where all attempts are in vain. */
  private @Nullable String get(String path, Token token) throws Unanswered {
    Map<String, String> headers =
        token.text() == null ? Map.of() : Map.of("x-aws-ec2-metadata-token", token.text());
    Ask ask = new Ask.Http("GET", settings.at(path), settings.sent(headers));
    return switch (session.outside().ask(ask)) {
      case Answer.Response r -> r.status() == 200 && !r.text().isEmpty() ? r.text() : null;
      case Answer.Refused _, Answer.Closed _ -> null;
      case Answer.None _, Answer.Ended _, Answer.NoProgram _ -> throw new Unanswered(ask);
    };
  }

  private Optional<Given> read(String body) {
    PyValue value;
    try {
      value = LoadedJson.of(body);
    } catch (Raise _) {
      return Optional.empty();
    }
    if (!(value instanceof Dict dict) || !FIELDS.stream().allMatch(dict::has)) {
      return Optional.empty();
    }
    Keys keys =
        new Keys(
            field(dict, "AccessKeyId"), field(dict, "SecretAccessKey"), field(dict, "Token"), null);
    String end = field(dict, "Expiration");
    Optional<PutOff> putOff = instant(end).flatMap(e -> PutOff.of(e, now));
    String taken = putOff.filter(PutOff::certain).map(_ -> extended()).orElse(end);
    return Optional.of(new Given(new Loaded.Fresh(keys, taken), end, putOff));
  }

  private static String field(Dict dict, String name) {
    PyValue value = dict.get(name);
    return value == null ? "" : PythonText.str(value);
  }

  /** Empty where it is not of the form that botocore reads, which then leaves it. */
  private static Optional<Instant> instant(String end) {
    try {
      return Optional.of(LocalDateTime.parse(end, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String extended() {
    return PutOff.soonest(now).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * How the service is asked.
   *
   * @param url where it is
   * @param attempts how often
   * @param timeout seconds to wait for an answer
   * @param v2Only whether only with a token
   */
  record InstanceSettings(
      String url, Found<BigInteger> attempts, Found<BigInteger> timeout, boolean v2Only) {

    /** Whether botocore tries at all. */
    boolean isAsked() {
      return attempts.value().signum() > 0;
    }

    /**
     * Raises what comes of urllib3's refusal of a timeout that is not positive.
     *
     * @see <a href="https://github.com/urllib3/urllib3/blob/main/src/urllib3/util/timeout.py">
     *     timeout.py</a>
     */
    void refuseTimeout() throws Raise {
      if (timeout.value().signum() <= 0) {
        throw Raise.botocore(
            "HTTPClientError",
            "An HTTP Client raised an unhandled exception: Attempted to set connect timeout to "
                + timeout.value()
                + ", but the timeout cannot be set to a value less than or equal to 0.",
            new Note("metadata_service_timeout is not positive", timeout.origin()));
      }
    }

    Ask.Sent sent(Map<String, String> headers) {
      return Ask.Sent.metadata(
          headers, timeout.value().doubleValue(), attempts.value().min(MOST).intValue());
    }

    String at(String path) {
      return url + (url.isEmpty() || url.endsWith("/") ? "" : "/") + path;
    }
  }
}
