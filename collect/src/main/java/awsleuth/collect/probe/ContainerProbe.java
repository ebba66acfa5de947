package awsleuth.collect.probe;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;
import awsleuth.collect.wire.BareUrl;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Route;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoint that ECS, EKS and others give a container for its credentials, asked without a proxy
 * as botocore asks it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">
 *     Container credential provider</a>
 */
public final class ContainerProbe {

  /** Characters of a refusal that are shown. */
  private static final int LONGEST = 200;

  /** What botocore takes from the answer, in that order. */
  private static final List<String> MEMBERS =
      List.of("AccessKeyId", "SecretAccessKey", "Token", "Expiration");

  private ContainerProbe() {}

  /**
   * Asks once; of the answer nothing but its status, and the reason of a refusal, is kept.
   *
   * @param given the URL that botocore would ask
   * @param headers those that it would send: a secret may be among them
   */
  public static Result of(String given, Map<String, String> headers, Deadline deadline) {
    String url = BareUrl.of(given);
    Route route = new Route(Proxies.NONE, () -> new Route.Trust.Bundle(CaBundle.ofJava()));
    try {
      URI to = URI.create(url);
      if (to.getHost() == null) {
        return new Result.Unknown(url + " is no address");
      }
      HttpReply reply = route.send(new HttpCall("GET", to, headers, ""), deadline);
      return answered(url, reply, headers);
    } catch (Broken e) {
      return new Result.Finding(
          url + ": " + e.fault().words(),
          Map.of("url", url),
          raised(
              "Received error when attempting to retrieve container metadata: "
                  + e.fault().words()));
    } catch (IllegalArgumentException e) {
      return new Result.Unknown(url + " is no address");
    }
  }

  /** As {@code ContainerMetadataFetcher} and {@code ContainerProvider} take it. */
  private static Result answered(String url, HttpReply reply, Map<String, String> headers) {
    Map<String, String> facts = Map.of("url", url, "status", String.valueOf(reply.status()));
    String answers = url + " answers " + reply.status();
    if (reply.status() != 200) {
      String said = shown(reply.body(), headers);
      return new Result.Finding(
          answers + " without credentials" + (said.isEmpty() ? "" : ": " + said),
          facts,
          raised(
              "Received non 200 response " + reply.status() + " from container metadata: " + said));
    }
    PyValue body;
    try {
      body = PythonJson.read(reply.body());
    } catch (NoJson e) {
      return new Result.Finding(
          answers + " with what is no JSON",
          facts,
          raised("Unable to parse JSON returned from container metadata services"));
    }
    if (!(body instanceof PyValue.Dict keys)) {
      return new Result.Finding(answers + " without credentials", facts, "");
    }
    return MEMBERS.stream()
        .filter(m -> !keys.has(m))
        .<Result>map(
            m -> new Result.Finding(answers + " without " + m, facts, "KeyError: '" + m + "'"))
        .findFirst()
        .orElseGet(() -> given(url, keys, reply, facts));
  }

  private static Result given(
      String url, PyValue.Dict keys, HttpReply reply, Map<String, String> facts) {
    String end = keys.get("Expiration") instanceof PyValue.Str(String text) ? text : "";
    Optional<Instant> ended = Ended.of(end, reply);
    if (ended.isEmpty()) {
      return new Result.Ok(url + " gives credentials", facts);
    }
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put("expires", ended.get().toString());
    return new Result.Finding(url + " gives credentials that ended at " + ended.get(), more, "");
  }

  /** The reason, in one line that is not long, without what was sent as a secret. */
  private static String shown(String body, Map<String, String> headers) {
    String text = body.substring(0, Math.min(body.length(), 10 * LONGEST));
    for (String sent : headers.values()) {
      text = sent.isBlank() ? text : text.replace(sent.strip(), "***");
    }
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static String raised(String error) {
    return "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from"
        + " container-role: Error retrieving metadata: "
        + error;
  }
}
