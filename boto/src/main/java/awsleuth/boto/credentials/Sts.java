package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PythonText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls of STS that assume a role. */
record Sts(BotoSession session, Tokens tokens) {

  private static final String URL = "AWS_ENDPOINT_URL_STS";

  /** The least lengths and values that botocore tests before it sends. */
  private static final Map<String, Integer> LEAST =
      Map.of(
          "RoleArn", 20,
          "RoleSessionName", 2,
          "DurationSeconds", 900,
          "ExternalId", 2,
          "SerialNumber", 9,
          "TokenCode", 6,
          "WebIdentityToken", 4);

  /** Codes whose exception is not named as they are. */
  private static final List<String> CODES_WITHOUT_EXCEPTION =
      List.of(
          "IDPCommunicationError",
          "IDPRejectedClaim",
          "InvalidIdentityToken",
          "MalformedPolicyDocument",
          "PackedPolicyTooLarge");

  private static final List<String> EXCEPTIONS =
      List.of(
          "ExpiredTokenException",
          "ExpiredTradeInTokenException",
          "InvalidAuthorizationMessageException",
          "JWTPayloadSizeExceededException",
          "OutboundWebIdentityFederationDisabledException",
          "RegionDisabledException",
          "SessionDurationEscalationException");

  /** Gives the session a name where none or an empty one is set; the name tells the time. */
  static void nameSession(Map<String, Object> parameters) {
    Object name = parameters.get("RoleSessionName");
    if (name == null || name.equals("")) {
      parameters.put("RoleSessionName", "botocore-session-0000000000");
    }
  }

  /**
   * Calls.
   *
   * @param parameters texts and whole numbers, in the order in which botocore puts them together
   * @param signer the access key id that signs; empty where the call is not signed
   */
  Loaded.Fresh call(String action, Map<String, Object> parameters, Optional<Keys> signer)
      throws Raise, Unanswered {
    Optional<Found<String>> region = session.region();
    if (region.isPresent()) {
      Regions.validate(region.get().value());
    }
    tokens.check(session.profileName());
    regional(session);
    Optional<String> url = url();
    validate(parameters);
    if (signer.isPresent() && url.isPresent() && region.isEmpty()) {
      throw Raise.botocore(
          "NoRegionError",
          "You must specify a region.",
          Note.variable("STS has an endpoint of its own, but no Region is set", URL));
    }
    if (signer.isPresent()) {
      header(signer.get());
    }
    Ask ask =
        new Ask.Sts(
            action,
            url,
            String.valueOf(parameters.get("RoleArn")),
            signer.map(k -> String.valueOf(k.accessKey())),
            new Ask.Assumption(Map.copyOf(parameters), signer));
    return switch (session.outside().ask(ask)) {
      case Answer.Response response -> read(action, response);
      case Answer.None _, Answer.Refused _, Answer.Closed _, Answer.Ended _, Answer.NoProgram _ ->
          throw new Unanswered(ask);
    };
  }

  private Optional<String> url() {
    boolean ignored =
        "true"
            .equalsIgnoreCase(
                session.environment().getOrDefault("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ""));
    Optional<String> own =
        Optional.ofNullable(session.environment().get(URL))
            .or(() -> Optional.ofNullable(session.environment().get("AWS_ENDPOINT_URL")));
    return ignored ? Optional.empty() : own;
  }

  /** Tests a setting of STS, which every client that is made does, that of SSO too. */
  static void regional(BotoSession session) throws Raise {
    String mode =
        session
            .variable("sts_regional_endpoints", "AWS_STS_REGIONAL_ENDPOINTS")
            .map(Found::value)
            .orElse("");
    if (!mode.isEmpty() && !mode.equals("legacy") && !mode.equals("regional")) {
      throw Raise.botocore(
          "InvalidSTSRegionalEndpointsConfigError",
          "STS regional endpoints option "
              + mode
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
  }

  /** A key or token that has a second line cannot be sent. */
  private static void header(Keys keys) throws Raise {
    String token = keys.token();
    String key = keys.accessKey();
    if (token != null && token.indexOf('\n') >= 0) {
      throw unsent(PythonText.repr(new Bytes(token, false)));
    }
    if (key != null && key.indexOf('\n') >= 0) {
      throw unsent("of the signature");
    }
  }

  private static Raise unsent(String value) {
    return Raise.botocore(
        "HTTPClientError",
        "An HTTP Client raised an unhandled exception: Invalid header value " + value);
  }

  private static void validate(Map<String, Object> parameters) throws Raise {
    List<String> wrong = new ArrayList<>();
    parameters.forEach((name, value) -> {
      int least = LEAST.getOrDefault(name, 0);
      if (value instanceof BigInteger number) {
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
          wrong.add(
              "Invalid value for parameter "
                  + name
                  + ", value: "
                  + number
                  + ", valid min value: "
                  + least);
        }
      } else {
        int length = ((String) value).codePointCount(0, ((String) value).length());
        if (length < least) {
          wrong.add(
              "Invalid length for parameter "
                  + name
                  + ", value: "
                  + length
                  + ", valid min length: "
                  + least);
        }
      }
    });
    if (!wrong.isEmpty()) {
      throw Raise.botocore(
          "ParamValidationError", "Parameter validation failed:\n" + String.join("\n", wrong));
    }
  }

  private static Loaded.Fresh read(String action, Answer.Response response) throws Raise {
    String body = response.text();
    if (ServiceError.isGeneric(response.status(), body)) {
      throw new Raise(ServiceError.generic(response.status(), action));
    }
    if (response.status() >= 300) {
      throw new Raise(
          isXml(body)
              ? error(action, body, response.status())
              : Raised.unreadable(complaint(body)));
    }
    return new Loaded.Fresh(
        new Keys(
            tag(body, "AccessKeyId"),
            tag(body, "SecretAccessKey"),
            tag(body, "SessionToken"),
            account(tag(body, "Arn"))),
        tag(body, "Expiration"));
  }

  /** Pages for people are hardly ever well-formed; what has a code is an error of STS. */
  private static boolean isXml(String body) {
    String text = body.strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<") && (text.contains("<code>") || !text.contains("<html"));
  }

  private static String complaint(String body) {
    return body.isBlank()
        ? "no element found: line 1, column 0"
        : body.strip().startsWith("<") ? "not well-formed" : "syntax error: line 1, column 0";
  }

  /** The fifth part of an ARN; null of what is none. */
  private static @Nullable String account(String arn) {
    String[] parts = arn.split(":", 6);
    return arn.startsWith("arn:") && parts.length == 6 ? parts[4] : null;
  }

  private static Raised error(String action, String body, int status) {
    String code = tag(body, "Code");
    String known = code.isEmpty() ? String.valueOf(status) : code;
    String message = tag(body, "Message");
    String exception =
        CODES_WITHOUT_EXCEPTION.contains(code)
            ? "botocore.errorfactory." + code + "Exception"
            : EXCEPTIONS.contains(code)
                ? "botocore.errorfactory." + code
                : "botocore.exceptions.ClientError";
    return new Raised(
        exception,
        "An error occurred (" + known + ") when calling the " + action + " operation: " + message);
  }

  private static String tag(String xml, String name) {
    int start = xml.indexOf("<" + name + ">");
    int end = start < 0 ? -1 : xml.indexOf("</" + name + ">", start);
    return end < 0 ? "" : xml.substring(start + name.length() + 2, end);
  }
}
