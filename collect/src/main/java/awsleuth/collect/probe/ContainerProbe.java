package awsleuth.collect.probe;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.BareUrl;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Route;
import java.net.URI;
import java.util.Map;

/**
 * The endpoint that ECS, EKS and others give a container for its credentials, asked without a proxy
 * as botocore asks it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">
 *     Container credential provider</a>
 */
public final class ContainerProbe {

  private ContainerProbe() {}

  /**
   * Asks once; of the answer nothing but its status is kept.
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
      HttpReply reply = route.send(new HttpCall("GET", to, headers, "", false), deadline);
      Map<String, String> facts = Map.of("url", url, "status", String.valueOf(reply.status()));
      return reply.status() == 200 && reply.body().contains("AccessKeyId")
          ? new Result.Ok(url + " gives credentials", facts)
          : new Result.Finding(
              url + " answers " + reply.status() + " without credentials",
              facts,
              raised("Received non 200 response " + reply.status() + " from container metadata"));
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

  private static String raised(String error) {
    return "botocore.exceptions.CredentialRetrievalError: Error when retrieving credentials from"
        + " container-role: Error retrieving metadata: "
        + error;
  }
}
