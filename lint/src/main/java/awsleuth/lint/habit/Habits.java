package awsleuth.lint.habit;

import awsleuth.boto.Boto;
import java.util.List;

/** All habits. */
public final class Habits {

  private static final List<String> IDS =
      List.of(
          "lint/credentials-in-source",
          "lint/static-session-token",
          "lint/parameters-refused",
          "lint/name-unknown",
          "lint/bare-except",
          "lint/silent-except",
          "lint/error-code-ignored",
          "lint/config-not-passed",
          "lint/retries-refused",
          "lint/retries-miscounted",
          "lint/retries-stacked",
          "lint/client-per-call",
          "lint/client-across-forks",
          "lint/session-across-threads",
          "lint/timeout-missing",
          "lint/pages-missed",
          "lint/region-hard-coded",
          "lint/endpoint-hard-coded",
          "lint/moto-decorator-removed");

  private Habits() {}

  /** The ids, without making the habits. */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * All of them, in the order of {@link #ids}.
   *
   * @param boto by whose models parameters are validated
   */
  public static List<Habit> all(Boto boto) {
    return List.of(
        new CredentialsInSource(),
        new StaticSessionToken(),
        new ParametersRefused(boto),
        new NameUnknown(),
        new BareExcept(),
        new SilentExcept(),
        new ErrorCodeIgnored(),
        new ConfigNotPassed(),
        new RetriesRefused(),
        new RetriesMiscounted(),
        new RetriesStacked(),
        new ClientPerCall(),
        new ClientAcrossForks(),
        new SessionAcrossThreads(),
        new TimeoutMissing(),
        new PagesMissed(),
        new RegionHardCoded(),
        new EndpointHardCoded(),
        new MotoDecoratorRemoved());
  }
}
