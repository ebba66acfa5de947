package awsleuth.core.cause.network;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.RefusedEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An endpoint URL that botocore refuses, and what it was meant for.
 *
 * @param shown the URL as the message has it; empty where it has none
 * @param variable the variable that sets it; empty where none is seen to
 */
record MalformedUrl(Facts facts, String shown, Optional<EnvironmentVariable> variable) {

  /** A host that lacks nothing but the scheme. */
  private static final Pattern BARE =
      Pattern.compile("/{0,2}([A-Za-z0-9.-]{1,253}(?::\\d{1,5})?)/?");

  private static final Pattern WHOLE =
      Pattern.compile("https?://[A-Za-z0-9.-]{1,253}(?::\\d{1,5})?/?");

  private static final Pattern OUT_OF_RANGE = Pattern.compile("://[^/]{1,253}:\\d{5,}");

  private static final String PORT = "Port could not be cast to integer value as '";

  static MalformedUrl of(Facts facts) {
    String shown = RefusedEndpoint.in(facts);
    Optional<EnvironmentVariable> variable =
        facts.environment().stream()
            .filter(v -> v.name().startsWith("AWS_ENDPOINT_URL") && isShown(v.value(), facts))
            .findFirst();
    return new MalformedUrl(
        facts, variable.map(EnvironmentVariable::value).map(String::strip).orElse(shown), variable);
  }

  /** Whether the message has a URL, or the port that Python could not read of it. */
  private static boolean isShown(String url, Facts facts) {
    String shown = RefusedEndpoint.in(facts);
    String message = facts.call().message();
    int port = message.indexOf(PORT);
    return url.strip().equals(shown)
        || (port >= 0
            && message.endsWith("'")
            && (url + "/")
                .contains(
                    ":" + message.substring(port + PORT.length(), message.length() - 1) + "/"))
        || (message.startsWith("Port out of range") && OUT_OF_RANGE.matcher(url).find());
  }

  /**
   * The URL with the scheme that it lacks, or without the white space that it ends with; empty
   * where more is wrong with it.
   */
  private Optional<String> meant() {
    if (isPadded()) {
      return Optional.of(shown);
    }
    var bare = BARE.matcher(shown);
    if (!bare.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        (Target.isLocal(Target.host(bare.group(1))) ? "http://" : "https://") + bare.group(1));
  }

  /** Whether nothing but white space at its ends is wrong with the variable's value. */
  private boolean isPadded() {
    return variable.filter(v -> !v.value().equals(shown)).isPresent()
        && WHOLE.matcher(shown).matches();
  }

  List<Fix> fixes() {
    String url = meant().orElse("https://<host>:<port>");
    String title =
        isPadded()
            ? "write it without the white space at its end"
            : meant().isPresent()
                ? "write the scheme before it"
                : "write scheme, host and port, without the bucket and without a path";
    List<Fix> fixes = new ArrayList<>();
    if (variable.isPresent()) {
      fixes.add(Fix.command(title, "export " + variable.get().name() + "=" + url));
      return fixes;
    }
    String service = facts.call().service();
    fixes.add(
        Fix.codeEdit(
            title,
            "boto3.client("
                + Literal.python(service.isEmpty() ? "<service>" : service)
                + ", endpoint_url=\""
                + url
                + "\")"));
    if (facts.frames().stream().noneMatch(f -> f.code().contains("endpoint_url="))) {
      fixes.add(
          Fix.command(
              "find where it is set",
              "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config"));
    }
    return fixes;
  }
}
