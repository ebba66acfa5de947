package awsleuth.collect.probe;

import awsleuth.boto.config.Proxies;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Fault;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Proxy;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.SentUrl;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The metadata service of an instance, asked as botocore asks it: by the proxy of the environment,
 * for a token first, then for the role.
 *
 * @param state how far it goes
 * @param words for people
 * @param found what is known of the role: its name as {@code role}, the {@code code} that stands
 *     for its keys, what its answer {@code lacks}, when they end as {@code expires}
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html">
 *     Use IMDS</a>
 */
public record MetadataProbe(State state, String words, Map<String, String> found) {

  /** How far it goes. */
  public enum State {
    /** It gives credentials. */
    GIVES,
    /** It gives credentials whose end is past. */
    ENDED,
    /** Nothing answers there. */
    ABSENT,
    /**
     * What answers gives no token and nothing else: it is switched off, or something stands there.
     */
    OFF,
    /** It answers, but the token does not come: too few hops are allowed. */
    HOP_LIMIT,
    /** The instance has no role. */
    NO_ROLE,
    /** It refuses, or answers with something else. */
    BAD
  }

  private static final String FORBIDDEN =
      ", and botocore is told not to go on without one (ec2_metadata_v1_disabled)";
  private static final String ROLES = "latest/meta-data/iam/security-credentials/";
  private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

  /**
   * Asks.
   *
   * @param base the root, with its slash at the end
   * @param v2Only whether botocore is told to ask for nothing without a token
   * @param patience how long each answer may take
   */
  public static MetadataProbe of(
      String base, boolean v2Only, Proxies proxies, Duration patience, Deadline deadline) {
    Route route = new Route(proxies, MetadataProbe::none);
    Asking asking = new Asking(base, v2Only, route, patience, deadline);
    String through =
        route
            .way(URI.create(base))
            .proxy()
            .map(Proxy::of)
            .map(p -> " (asked through the proxy " + p.shown() + ", as boto3 does)")
            .orElse("");
    MetadataProbe found = asking.ask();
    Map<String, String> facts = new LinkedHashMap<>(found.found());
    facts.put("state", found.state().name());
    facts.put("base", base);
    return new MetadataProbe(found.state(), found.words() + through, Map.copyOf(facts));
  }

  private static Route.Trust none() {
    return new Route.Trust.Bundle(awsleuth.collect.wire.CaBundle.UNVERIFIED);
  }

  /** What was measured, by name. */
  public Map<String, String> facts() {
    return found;
  }

  /** The questions, one after the other. */
  private record Asking(
      String base, boolean v2Only, Route route, Duration patience, Deadline deadline) {

    private HttpReply send(String method, String path, Map<String, String> headers) throws Broken {
      URI url =
          SentUrl.of(base + path)
              .orElseThrow(() ->
                  new Broken(Fault.Kind.UNUSABLE, "the address cannot be used", "Invalid URL"));
      Deadline soon = Deadline.in(patience);
      return route.send(
          new HttpCall(method, url, headers, ""), soon.at() < deadline.at() ? soon : deadline);
    }

    /** As {@code InstanceMetadataFetcher}: without a token it goes on, unless that is forbidden. */
    MetadataProbe ask() {
      HttpReply token;
      try {
        token =
            send("PUT", "latest/api/token", Map.of("X-aws-ec2-metadata-token-ttl-seconds", "60"));
      } catch (Broken e) {
        return e.fault().kind() == Fault.Kind.READ_TIMED_OUT ? withoutToken() : absent(e);
      }
      if (token.status() == 200 && !token.body().isEmpty()) {
        return list("IMDSv2", Map.of("X-aws-ec2-metadata-token", token.body()));
      }
      String answered = "the token is answered with " + token.status();
      if (token.status() == 400) {
        return bad("it answers the request for a token with 400");
      }
      return v2Only ? bad(answered + FORBIDDEN) : list("IMDSv1 alone (" + answered + ")", Map.of());
    }

    private MetadataProbe absent(Broken e) {
      return new MetadataProbe(
          State.ABSENT, "nothing answers at " + base + ": " + words(e), Map.of());
    }

    /** Botocore waits another time for this service than for others (metadata_service_timeout). */
    private String words(Broken e) {
      if (!e.fault().isTimeout()) {
        return e.fault().words();
      }
      Deadline soon = Deadline.in(patience);
      return deadline.isOver()
          ? "no answer in the time that was left"
          : "no answer within " + soon.words();
    }

    private static MetadataProbe bad(String words) {
      return new MetadataProbe(State.BAD, words, Map.of());
    }

    private MetadataProbe list(String version, Map<String, String> headers) {
      try {
        return roles(version, headers);
      } catch (Broken e) {
        return bad(version + ", but the list of roles or the keys do not come: " + words(e));
      }
    }

    /**
     * A token that does not come though all else does, and is wanted, is one that had too few hops.
     */
    private MetadataProbe withoutToken() {
      try {
        int status = send("GET", ROLES, Map.of()).status();
        if (status == 401) {
          return new MetadataProbe(
              State.HOP_LIMIT,
              "it answers (401), but the token does not come: the hop limit is too low",
              Map.of());
        }
      } catch (Broken e) {
        return absent(e);
      }
      return v2Only
          ? bad("the token does not come" + FORBIDDEN)
          : list("IMDSv1 alone (the token does not come)", Map.of());
    }

    private MetadataProbe roles(String version, Map<String, String> headers) throws Broken {
      HttpReply list = send("GET", ROLES, headers);
      String role = list.body().strip();
      if (list.status() == 404 || (list.status() == 200 && role.isEmpty())) {
        return new MetadataProbe(
            State.NO_ROLE, version + ", but the instance has no role", Map.of());
      }
      if (list.status() == 403 && headers.isEmpty()) {
        return new MetadataProbe(
            State.OFF,
            "it answers 403 (Forbidden): it is switched off, or none is there",
            Map.of());
      }
      if (list.status() != 200) {
        return new MetadataProbe(
            State.BAD, version + "; the list of roles is answered with " + list.status(), Map.of());
      }
      boolean named = ROLE.matcher(role).matches();
      String words =
          version + (named ? ", role " + role : ", with no name of a role where that is to be");
      return InstanceKeys.judged(words, named ? role : "", send("GET", ROLES + role, headers));
    }
  }
}
