package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Note;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting of instance metadata that botocore does not take. It reads all of them while it makes
 * the chain of providers, so that no client is made even where other credentials are there; a
 * timeout that is not positive is refused where metadata is asked.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/credentials.py">
 *     create_credential_resolver</a>
 */
enum MetadataSetting {
  ENDPOINT(
      "ec2_metadata_service_endpoint",
      "",
      "the address that is set for instance metadata is not a valid URL"),
  MODE(
      "ec2_metadata_service_endpoint_mode",
      "ipv4",
      "the mode that is set for instance metadata is neither IPv4 nor IPv6"),
  TIMEOUT(
      "metadata_service_timeout",
      "1",
      "the timeout that is set for instance metadata is no number that botocore takes"),
  ATTEMPTS(
      "metadata_service_num_attempts",
      "1",
      "the attempts that are set for instance metadata are no whole number");

  private final String setting;
  private final String usual;
  private final String summary;

  /**
   * Describes one.
   *
   * @param setting its name in a profile
   * @param usual the default; empty where it is none that one would write
   */
  MetadataSetting(String setting, String usual, String summary) {
    this.setting = setting;
    this.usual = usual;
    this.summary = summary;
  }

  /** Empty for other failures. */
  static Optional<Finding> found(Facts facts) {
    return Stream.of(values()).filter(s -> s.isRefused(facts)).findFirst().map(s -> s.in(facts));
  }

  private boolean isRefused(Facts facts) {
    return switch (this) {
      case ENDPOINT -> facts.exception("InvalidIMDSEndpointError");
      case MODE -> facts.exception("InvalidIMDSEndpointModeError");
      case TIMEOUT -> isNotPositive(facts) || isNoNumber(facts);
      case ATTEMPTS -> isNoNumber(facts);
    };
  }

  /** Whether urllib3 refused it where the token is asked for: its line or the settings say so. */
  private boolean isNotPositive(Facts facts) {
    return facts.exception("HTTPClientError")
        && facts.seen(CredentialsClue.NOT_POSITIVE)
        && (facts.frames().stream().anyMatch(f -> f.function().equals("_fetch_metadata_token"))
            || (facts.boto().raised().equals("HTTPClientError") && origin(facts).isPresent()));
  }

  /** Whether {@code int()} refused it: the line of botocore says so, or the settings given do. */
  private boolean isNoNumber(Facts facts) {
    return facts.exception("ValueError")
        && facts.seen(CredentialsClue.NO_NUMBER)
        && (facts.frames().stream().anyMatch(this::isRead)
            || (facts.boto().raised().equals("ValueError") && origin(facts).isPresent()));
  }

  private boolean isRead(Frame frame) {
    return frame.code().contains("get_config_variable('" + setting + "')")
        || frame.code().equals("'" + setting + "'");
  }

  /** Where it is set, as far as the settings that are given tell that botocore refuses it. */
  private Optional<Origin> origin(Facts facts) {
    return facts.boto().resolution().steps().stream()
        .flatMap(s -> s.notes().stream())
        .map(Note::origin)
        .flatMap(Optional::stream)
        .filter(this::isOfThis)
        .findFirst();
  }

  private boolean isOfThis(Origin origin) {
    return origin.key().equals(origin instanceof Origin.Profile ? setting : variable());
  }

  private String variable() {
    return "AWS_" + setting.toUpperCase(Locale.ROOT);
  }

  private Finding in(Facts facts) {
    Optional<Origin> origin = origin(facts);
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    origin
        .flatMap(o -> facts.boto().source(o).map(s -> Facts.cite("it is from " + o.words(), s)))
        .ifPresent(because::add);
    return new Finding(
        summary,
        Finding.Specificity.CODE,
        because,
        fixes(origin),
        Identity.here(facts, "it names the provider that is meant"));
  }

  private List<Fix> fixes(Optional<Origin> origin) {
    Fix unset = Fix.command("let the default count: remove the variable", "unset " + variable());
    Fix find =
        Fix.command(
            "or find the setting in the profile, and remove or correct it",
            "grep -n " + setting + " ~/.aws/config");
    return origin.orElse(new Origin.Default()) instanceof Origin.Profile p
        ? List.of(inProfile(p))
        : origin.isPresent() ? List.of(unset) : List.of(unset, find);
  }

  private Fix inProfile(Origin.Profile from) {
    String header =
        from.profile().equals("default")
            ? "[default]"
            : "[profile " + Literal.setting(from.profile()) + "]";
    return usual.isEmpty()
        ? Fix.setting("remove the setting from the profile", header + "\n# without " + setting)
        : Fix.setting(
            "write in the profile what botocore takes", header + "\n" + setting + " = " + usual);
  }
}
