package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The providers of a session, in the order in which botocore asks them. */
final class Chain {

  private final BotoSession session;
  private final Instant now;
  private final Tokens tokens;
  private final Sts sts;
  private final EnvProvider env;
  private final ContainerProvider container;
  private final InstanceProvider instance;
  private final List<Provider> providers;

  /** Sets up the chain; settings that cannot be read raise here, before any provider is asked. */
  Chain(BotoSession session, Instant now) throws Raise {
    this.session = session;
    this.now = now;
    tokens = new Tokens(session, now);
    sts = new Sts(session, tokens);
    env = new EnvProvider(session.environment(), now);
    container = new ContainerProvider(session, now);
    instance = new InstanceProvider(session, settings(session), now);
    providers = providers();
  }

  private List<Provider> providers() {
    String profile = session.profileName();
    List<Provider> all = new ArrayList<>();
    if (!explicitProfile()) {
      all.add(env);
    }
    all.add(new AssumeRoleProvider(this, session, sts, profile, now));
    all.addAll(ofProfile(profile, !explicitProfile()));
    all.add(new Ec2FileProvider(session));
    all.add(new Boto2Provider(session));
    all.add(container);
    all.add(instance);
    return List.copyOf(all);
  }

  /** Whether a profile is given in code; then environment variables for keys do not count. */
  private boolean explicitProfile() {
    return session.arguments().profile().isPresent();
  }

  List<Provider> all() {
    return providers;
  }

  /** The providers that look into a profile. */
  List<Provider> ofProfile(String profile, boolean variables) {
    return List.of(
        new WebIdentityProvider(session, sts, profile, variables),
        new SsoProvider(session, tokens, profile),
        new SharedFileProvider(session, profile),
        new LoginProvider(session, profile),
        new ProcessProvider(session, profile, now),
        new ConfigFileProvider(session, profile));
  }

  /** The provider that {@code credential_source} means; empty where there is none. */
  Optional<Provider> source(String name) {
    return List.<Provider>of(env, container, instance).stream()
        .filter(p -> p.method().source().filter(name::equals).isPresent())
        .findFirst();
  }

  private static InstanceProvider.InstanceSettings settings(BotoSession session) throws Raise {
    Found<BigInteger> timeout =
        number(session, "metadata_service_timeout", "AWS_METADATA_SERVICE_TIMEOUT");
    Found<BigInteger> attempts =
        number(session, "metadata_service_num_attempts", "AWS_METADATA_SERVICE_NUM_ATTEMPTS");
    Optional<Found<String>> given =
        session.variable("ec2_metadata_service_endpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT");
    String endpoint = given.map(Found::value).orElse("");
    boolean six = ipv6(session);
    boolean v2Only = session.flag("ec2_metadata_v1_disabled", "AWS_EC2_METADATA_V1_DISABLED");
    String url =
        endpoint.isEmpty() ? six ? "http://[fd00:ec2::254]/" : "http://169.254.169.254/" : endpoint;
    if (!Urls.valid(url)) {
      throw Raise.botocore(
          "InvalidIMDSEndpointError",
          "Invalid endpoint EC2 Instance Metadata endpoint: " + url,
          given
              .map(g -> new Note("the address of the metadata service is no URL", g.origin()))
              .stream()
              .toArray(Note[]::new));
    }
    return new InstanceProvider.InstanceSettings(url, attempts, timeout, v2Only);
  }

  private static boolean ipv6(BotoSession session) throws Raise {
    Optional<Found<String>> mode =
        session.variable(
            "ec2_metadata_service_endpoint_mode", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE");
    if (mode.isEmpty()) {
      return session.flag("imds_use_ipv6", "AWS_IMDS_USE_IPV6");
    }
    String lower = mode.get().value().toLowerCase(Locale.ROOT);
    if (!lower.equals("ipv4") && !lower.equals("ipv6")) {
      throw Raise.botocore(
          "InvalidIMDSEndpointModeError",
          "Invalid EC2 Instance Metadata endpoint mode: "
              + mode.get().value()
              + " Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').",
          new Note("the mode is set here", mode.get().origin()));
    }
    return lower.equals("ipv6");
  }

  /** Of both, the default is 1. */
  private static Found<BigInteger> number(BotoSession session, String name, String variable)
      throws Raise {
    Optional<Found<String>> given = session.variable(name, variable);
    if (given.isEmpty()) {
      return new Found<>(BigInteger.ONE, new Origin.Default());
    }
    try {
      return new Found<>(Numbers.require(given.get().value()), given.get().origin());
    } catch (Raise e) {
      throw new Raise(e.raised(), new Note(name + " is not a number", given.get().origin()));
    }
  }
}
