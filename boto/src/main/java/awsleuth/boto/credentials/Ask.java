package awsleuth.boto.credentials;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What botocore asks of the world outside. */
public sealed interface Ask {

  /** For people, such as {@code GET http://169.254.170.2/v2}. */
  String words();

  /**
   * A request over HTTP.
   *
   * @param method such as {@code GET}
   * @param url whole; of a service whose endpoint is not configured the path alone
   * @param sent what goes with it
   */
  record Http(String method, String url, Sent sent) implements Ask {
    @Override
    public String words() {
      return method + " " + url;
    }
  }

  /**
   * A call of STS.
   *
   * @param action {@code AssumeRole} or {@code AssumeRoleWithWebIdentity}
   * @param url the configured endpoint; empty where there is none
   * @param roleArn the role
   * @param signer the access key id that signs it; empty where it is not signed
   * @param sent what goes with it
   */
  record Sts(
      String action, Optional<String> url, String roleArn, Optional<String> signer, Assumption sent)
      implements Ask {
    @Override
    public String words() {
      return "sts " + action + " " + roleArn;
    }
  }

  /**
   * A program to run.
   *
   * @param command the program and its arguments; they may hold secrets
   */
  record Program(List<String> command) implements Ask {
    @Override
    public String words() {
      return "run " + (command.isEmpty() ? "nothing" : command.getFirst());
    }
  }

  /**
   * What goes with a request: it may hold secrets.
   *
   * @param headers by name
   * @param service the client that sends it, such as {@code sso}; empty where none does
   * @param region that of the client; empty where none sends it
   * @param query the parameters in the URL, by name
   * @param timeout seconds to wait
   * @param attempts how often it is tried
   * @param proxied whether it goes by the proxy that the environment names
   */
  record Sent(
      Map<String, String> headers,
      String service,
      String region,
      Map<String, String> query,
      double timeout,
      int attempts,
      boolean proxied) {

    /** A request to an address of the machine itself. */
    static Sent local(Map<String, String> headers, double timeout, int attempts) {
      return new Sent(headers, "", "", Map.of(), timeout, attempts, false);
    }

    /**
     * A request to instance metadata, which botocore makes by a proxy too.
     *
     * @see <a
     *     href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">IMDSFetcher</a>
     */
    static Sent metadata(Map<String, String> headers, double timeout, int attempts) {
      return new Sent(headers, "", "", Map.of(), timeout, attempts, true);
    }

    /** A request of a client. */
    static Sent ofClient(
        String service, String region, Map<String, String> headers, Map<String, String> query) {
      return new Sent(headers, service, region, query, 60, 1, true);
    }

    @Override
    public String toString() {
      return "(not shown)";
    }
  }

  /**
   * What goes with a call of STS: secrets.
   *
   * @param parameters texts and whole numbers, by name
   * @param keys those that sign it; empty where it is not signed
   */
  record Assumption(Map<String, Object> parameters, Optional<Keys> keys) {
    @Override
    public String toString() {
      return "(not shown)";
    }
  }
}
