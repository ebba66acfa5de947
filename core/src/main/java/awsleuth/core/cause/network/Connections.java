package awsleuth.core.cause.network;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What the network causes share. */
final class Connections {

  private static final int TLS_PORT = 443;
  private static final int PLAIN_PORT = 80;

  /** With {@code perhaps} before it, it still has 80 characters at most. */
  private static final int LONGEST_SUMMARY = 72;

  /** A URL's port behind a name, an address or one in brackets. */
  private static final Pattern PORT =
      Pattern.compile("https?://(?:[^/?#@]*+@)?(?:\\[[^]/]*+]|[^:/?#\\[]++):(\\d{1,5})(?![0-9])");

  private Connections() {}

  /** Whether no connection could be made, whatever the reason. */
  static boolean isConnect(Facts facts) {
    return facts.exception(
            "ConnectionRefusedError",
            "EndpointConnectionError",
            "NameResolutionError",
            "NewConnectionError",
            "gaierror")
        || (facts.call().code().isEmpty()
            && (facts.exception("ConnectionError", "MaxRetryError", "ClientConnectorError")
                || isAnyClient(facts))
            && (!facts.call().endpoint().isEmpty() || facts.seen(NetworkClue.NOT_RESOLVED)));
  }

  /** Whether the failure may be one of TLS: by its exception, or where that tells nothing. */
  static boolean isTls(Facts facts) {
    return facts.exception("SSLError", "SSLCertVerificationError")
        || facts.raised(
            "SSLError",
            "SSLCertVerificationError",
            "CertificateError",
            "InvalidCertificateException",
            "SSLEOFError",
            "SSLHandshakeException",
            "MaxRetryError")
        || (facts.call().code().isEmpty() && isAnyClient(facts));
  }

  /** Whether the exception does not tell what happened, so that only the words can. */
  static boolean isAnyClient(Facts facts) {
    return facts.call().exception().isEmpty()
        || facts.exception(
            "AmazonClientException",
            "AnsibleError",
            "CredentialsProviderError",
            "Error",
            "Exception",
            "HTTPClientError",
            "HttpRequestException",
            "NetworkingError",
            "OSError",
            "ProviderError",
            "RequestError",
            "RuntimeError",
            "SdkClientException",
            "SdkException",
            "SocketException",
            "TimeoutError",
            "UnknownHostException");
  }

  /** Whether nothing tells why a connection to an AWS endpoint could not be made. */
  static boolean isUnexplained(Facts facts) {
    if (!isConnect(facts) || Target.in(facts).isMetadata() || Target.in(facts).isFaulty()) {
      return false;
    }
    for (NetworkClue clue : NetworkClue.values()) {
      if (facts.seen(clue)) {
        return false;
      }
    }
    return Target.in(facts).aws().isPresent() || !Target.in(facts).local();
  }

  static String hostOr(Facts facts, String other) {
    String host = Target.in(facts).host();
    return host.isEmpty() ? other : host;
  }

  /** A summary about the host; about {@code other} where there is none or its name is too long. */
  static String summary(Facts facts, String format, String other) {
    String whole = format.formatted(hostOr(facts, other));
    return whole.length() <= LONGEST_SUMMARY ? whole : format.formatted(other);
  }

  /** The root of the endpoint, with the port where it names one, as the shell takes it. */
  static String url(Facts facts) {
    String endpoint = facts.call().endpoint();
    int host = endpoint.indexOf("://") + "://".length();
    boolean whole = endpoint.startsWith("http") && host > 2;
    int path = whole ? endpoint.indexOf('/', host) : -1;
    String root = path < 0 ? endpoint : endpoint.substring(0, path);
    return whole
        ? Literal.shell(root + "/")
        : Target.in(facts).host().isEmpty()
            ? RightEndpoint.url(facts, facts.call().service(), facts.call().region())
                .filter(_ -> !facts.call().region().isEmpty())
                .map(right -> Literal.shell(right + "/"))
                .orElse("https://<host>/")
            : "https://" + Target.in(facts).word() + "/";
  }

  /** The port that the endpoint names; else that of TLS. */
  static int port(Facts facts) {
    var port = PORT.matcher(facts.call().endpoint());
    return port.lookingAt() ? Integer.parseInt(port.group(1)) : TLS_PORT;
  }

  /** Where {@code openssl s_client -connect} leads, with the name that it asks for. */
  static String at(Facts facts) {
    String host = Literal.shell(Target.in(facts).host(), "<host>");
    return host + ":" + port(facts) + " -servername " + host;
  }

  /** Whether two URLs name the same port, or one tells of none. */
  static boolean isSamePort(String url, String other) {
    OptionalInt one = portOf(url);
    OptionalInt two = portOf(other);
    return one.isEmpty() || two.isEmpty() || one.getAsInt() == two.getAsInt();
  }

  private static OptionalInt portOf(String url) {
    var port = PORT.matcher(url);
    if (port.lookingAt()) {
      return OptionalInt.of(Integer.parseInt(port.group(1)));
    }
    return url.startsWith("https://")
        ? OptionalInt.of(TLS_PORT)
        : url.startsWith("http://") ? OptionalInt.of(PLAIN_PORT) : OptionalInt.empty();
  }

  static Fix lookUp(Facts facts) {
    return Fix.command(
        "resolve the name where the program runs", "getent hosts " + Target.in(facts).word());
  }

  static Verification probe(Facts facts, String expect) {
    return new Verification.Probe(
        "curl -sv --connect-timeout 5" + ca(facts) + " " + url(facts) + " -o /dev/null", expect);
  }

  /**
   * The option that gives curl the CA bundle that is set for boto3, which it does not read; one
   * that is set to nothing has boto3 verify nothing.
   */
  static String ca(Facts facts) {
    return facts.call().endpoint().startsWith("http:") || AbsentBundle.isSeen(facts)
        ? ""
        : set(facts).filter(String::isEmpty).isPresent()
            ? " -k"
            : bundle(facts).map(b -> " --cacert " + b).orElse("");
  }

  /** The CA bundle that is set, as the shell takes it; empty where none is known to be. */
  static Optional<String> bundle(Facts facts) {
    return set(facts)
        .filter(b -> !b.isEmpty())
        .map(b -> Literal.shell(b, "<path/to/ca-bundle.pem>"));
  }

  private static Optional<String> set(Facts facts) {
    Optional<String> set =
        facts.boto().session() instanceof Session.Open(Session session)
            ? session.either("AWS_CA_BUNDLE", "ca_bundle").map(Found::value)
            : Optional.empty();
    return set.or(() -> facts.variable("REQUESTS_CA_BUNDLE").map(EnvironmentVariable::value));
  }

  static Verification rerun(Facts facts, String expect) {
    return rerun(facts, expect, Map.of());
  }

  /** The same with other values than those that made the call fail. */
  static Verification rerun(Facts facts, String expect, Map<String, String> instead) {
    Target target = Target.in(facts);
    boolean right = !target.host().isEmpty() && !target.isFaulty();
    boolean unknown = facts.call().operation().isEmpty() && right;
    return unknown ? probe(facts, expect) : Again.of(facts, expect, instead);
  }

  static String profileLine(Facts facts, String line) {
    String profile =
        facts
            .boto()
            .argument()
            .or(() -> facts.variable("AWS_DEFAULT_PROFILE").map(v -> v.value()))
            .or(() -> facts.variable("AWS_PROFILE").map(v -> v.value()))
            .orElse("default");
    return (profile.isEmpty() || profile.equals("default")
            ? "[default]"
            : "[profile " + Literal.setting(profile) + "]")
        + "\n"
        + line;
  }
}
