package awsleuth.collect.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.Fingerprint;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.collect.credentials.LiveOutside;
import awsleuth.collect.credentials.LiveServices;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.probe.PythonProbe;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether calls can be made with what boto3 would use here. */
public sealed interface Opened {

  /** Of one call. */
  Duration LONGEST = Duration.ofSeconds(20);

  /**
   * They can.
   *
   * @param fingerprint what may be shown of the keys
   * @param before what was asked to get the credentials, and what came of it, a line each
   */
  record Open(AwsCalls calls, Fingerprint fingerprint, List<String> before) implements Opened {}

  /** They cannot; why, in a few words. */
  record Closed(String why) implements Opened {}

  /**
   * With the credentials, Region, proxies and certificates of an environment. Endpoints and
   * programs that boto3 would ask for credentials are asked.
   *
   * @param profile the profile given in code; empty where none is
   * @param local the files of this machine
   * @param codes those of MFA devices
   * @param all when no call may go on any more
   */
  static Opened open(
      AwsCatalog catalog,
      Map<String, String> environment,
      Optional<String> profile,
      Outside local,
      MfaCodes codes,
      Deadline all) {
    Session.Files files = Resolver.files(environment, local);
    return switch (Session.open(environment, profile, files)) {
      case Session.Refused(Raised raised, List<String> _) -> new Closed(raises(raised));
      case Session.Open(Session session) -> {
        Route route = PythonProbe.route(session);
        LiveOutside outside =
            new LiveOutside(local, environment, new LiveServices(catalog, session, route, codes));
        Resolution resolution =
            Resolver.resolve(
                Rules.BOTO3, environment, outside, Arguments.profile(profile), Instant.now());
        yield switch (resolution.frozen()) {
          case Frozen.Signs(var keys) ->
              new Open(
                  new AwsCalls(catalog, session, keys, route, LONGEST, all),
                  keys.fingerprint(),
                  outside.lines());
          case Frozen.Raises(Raised raised) -> new Closed(raises(raised));
          case Frozen.Open open ->
              new Closed(
                  outside.lines().isEmpty() ? open.ask().words() : outside.lines().getLast());
          case Frozen.Nothing _ -> new Closed("there are no credentials");
        };
      }
    };
  }

  /** What botocore raises, in a few words. */
  static String raises(Raised raised) {
    return "botocore raises " + raised.name();
  }
}
