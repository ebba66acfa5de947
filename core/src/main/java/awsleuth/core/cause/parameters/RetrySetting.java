package awsleuth.core.cause.parameters;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.Rules;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A way of retrying that botocore does not have, so that it makes no client.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/config.py">config.py</a>
 */
final class RetrySetting {

  private RetrySetting() {}

  /** Empty for other failures. */
  static Optional<Finding> of(Facts facts) {
    Optional<RetryConfig.Refused> refused = refused(facts);
    boolean named =
        facts.exception(
            "InvalidRetryModeError",
            "InvalidMaxRetryAttemptsError",
            "InvalidRetryConfigurationError");
    boolean read =
        facts.exception("ValueError")
            && facts.frames().stream()
                .anyMatch(f -> f.function().equals("_compute_retry_max_attempts"));
    return named || read || refused.isPresent()
        ? Optional.of(finding(facts, refused))
        : Optional.empty();
  }

  /** What botocore refuses of the settings, where that is what was raised. */
  private static Optional<RetryConfig.Refused> refused(Facts facts) {
    return facts.boto().session() instanceof Session.Open(Session session)
            && RetryConfig.of(new Dict(new LinkedHashMap<>()), session, Rules.PRESENT)
                instanceof RetryConfig.Refused refused
            && isRaised(facts, refused.raised())
        ? Optional.of(refused)
        : Optional.empty();
  }

  private static boolean isRaised(Facts facts, Raised raised) {
    String message = facts.call().message();
    return facts.exception(raised.name())
        && (message.contains(raised.message()) || message.contains(Resolution.message(raised)));
  }

  private static Finding finding(Facts facts, Optional<RetryConfig.Refused> refused) {
    boolean mode = facts.exception("InvalidRetryModeError");
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    refused
        .flatMap(r ->
            facts.boto().source(r.from()).map(s -> Facts.cite("it is from " + r.from().words(), s)))
        .ifPresent(because::add);
    return new Finding(
        mode
            ? "there is no such retry mode: legacy, standard and adaptive are"
            : facts.exception("InvalidRetryConfigurationError")
                ? "the `retries` of Config have no such option"
                : "the number of attempts is not one that botocore takes",
        Finding.Specificity.CODE,
        because,
        fixes(facts, mode, refused.map(RetryConfig.Refused::from)),
        Calls.rerun(facts, "the client is created"));
  }

  private static List<Fix> fixes(Facts facts, boolean mode, Optional<Origin> from) {
    String variable = mode ? "AWS_RETRY_MODE" : "AWS_MAX_ATTEMPTS";
    String setting = mode ? "retry_mode = standard" : "max_attempts = 5";
    Fix export =
        Fix.command(
            "set the variable to what there is",
            "export " + variable + (mode ? "=standard" : "=5"));
    Fix code =
        Fix.codeEdit(
            "give Config what it has: legacy, standard or adaptive; at least 1 attempt",
            "Config(retries={\"mode\": \"standard\", \"total_max_attempts\": 5})");
    return switch (from.orElse(new Origin.Default())) {
      case Origin.Variable _ ->
          List.of(export, Fix.command("or let the default count", "unset " + variable));
      case Origin.Profile p ->
          List.of(Fix.setting("write in the profile what there is", header(p) + "\n" + setting));
      case Origin.Argument _,
          Origin.ClientConfig _,
          Origin.Services _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _,
          Origin.File _ ->
          facts.exception("InvalidRetryConfigurationError")
              ? List.of(code)
              : List.of(
                  Fix.command(
                      "see where it is set",
                      "env | grep "
                          + variable
                          + "; grep -n "
                          + setting.split(" ")[0]
                          + " ~/.aws/config"),
                  export,
                  code);
    };
  }

  private static String header(Origin.Profile of) {
    return of.profile().equals("default")
        ? "[default]"
        : "[profile " + Literal.setting(of.profile()) + "]";
  }
}
