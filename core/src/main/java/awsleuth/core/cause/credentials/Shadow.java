package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Resolution;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A variable that wins over another one that was meant. botocore asks the environment before every
 * profile unless the profile is given as an argument (botocore/credentials.py,
 * create_credential_resolver).
 *
 * @param words what wins over what
 * @param because the winner and the loser
 * @param fixes what lets the loser win
 * @param everywhere whether it is so in the AWS CLI too
 */
record Shadow(String words, List<Citation> because, List<Fix> fixes, boolean everywhere) {

  /** The one shadow of an environment, that of keys first; empty where there is none. */
  private record Sought(Optional<Shadow> shadow) {}

  static Optional<Shadow> in(Facts facts) {
    return facts.once(Sought.class, f -> new Sought(find(f))).shadow();
  }

  private static Optional<Shadow> find(Facts facts) {
    return keys(facts).or(() -> profiles(facts)).or(() -> tokens(facts));
  }

  private static Optional<EnvironmentVariable> filled(Facts facts, String name) {
    return facts.variable(name).filter(v -> !v.value().isEmpty());
  }

  private static Optional<Shadow> keys(Facts facts) {
    BotoSetup boto = facts.boto();
    Optional<EnvironmentVariable> key = filled(facts, "AWS_ACCESS_KEY_ID");
    Optional<EnvironmentVariable> profile =
        boto.resolution().profile().map(Found::origin).flatMap(o -> variable(facts, o));
    if (key.isEmpty() || profile.isEmpty()) {
      return Optional.empty();
    }
    Resolution without = boto.without(KeySource.set(boto));
    if (boto.isWhole() && !Winner.isOfProfile(without)) {
      return Optional.empty();
    }
    List<Citation> because = new ArrayList<>();
    because.add(
        Facts.cite(
            "AWS_ACCESS_KEY_ID is set (" + key.get().value() + "), so botocore uses it",
            key.get().source()));
    because.add(
        Facts.cite(
            "the profile that is named here is then not asked for its keys",
            profile.get().source()));
    if (Winner.isOfProfile(without)) {
      Winner.place(boto, without)
          .ifPresent(s -> because.add(Facts.cite("the profile has credentials here", s)));
    }
    String name = profile.get().value();
    return Optional.of(
        new Shadow(
            "keys in the environment win over the profile `" + name + "`",
            because,
            List.of(
                KeySource.unset(facts),
                Fix.codeEdit(
                    "or give the profile as an argument: that turns environment keys off",
                    "boto3.Session(profile_name=" + Literal.python(name) + ")")),
            true));
  }

  private static Optional<EnvironmentVariable> variable(Facts facts, Origin origin) {
    return origin instanceof Origin.Variable(String name) ? filled(facts, name) : Optional.empty();
  }

  private static Optional<Shadow> profiles(Facts facts) {
    Optional<EnvironmentVariable> first = filled(facts, "AWS_DEFAULT_PROFILE");
    Optional<EnvironmentVariable> second = filled(facts, "AWS_PROFILE");
    boolean env = facts.boto().decider().filter(m -> m == Method.ENV).isPresent();
    boolean differ =
        first.isPresent()
            && second.isPresent()
            && !first.get().value().equals(second.get().value());
    if (env || !differ) {
      return Optional.empty();
    }
    BotoSetup boto = facts.boto();
    return Optional.of(
        new Shadow(
            "AWS_DEFAULT_PROFILE (`"
                + first.get().value()
                + "`) wins over AWS_PROFILE (`"
                + second.get().value()
                + "`)",
            List.of(
                Facts.cite("boto3 takes its profile from here", first.get().source()),
                Facts.cite("and does not look here", second.get().source())),
            List.of(
                Fix.command(
                    "let AWS_PROFILE count"
                        + Winner.then(boto, boto.without(List.of("AWS_DEFAULT_PROFILE"))),
                    "unset AWS_DEFAULT_PROFILE")),
            false));
  }

  private static Optional<Shadow> tokens(Facts facts) {
    Optional<EnvironmentVariable> first = filled(facts, "AWS_SECURITY_TOKEN");
    Optional<EnvironmentVariable> second = filled(facts, "AWS_SESSION_TOKEN");
    boolean env = facts.boto().decider().filter(m -> m == Method.ENV).isPresent();
    if (!env || first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Shadow(
            "AWS_SECURITY_TOKEN wins over AWS_SESSION_TOKEN",
            List.of(
                Facts.cite("botocore takes the session token from here", first.get().source()),
                Facts.cite("and does not look here", second.get().source())),
            List.of(Fix.command("take the older name out of the way", "unset AWS_SECURITY_TOKEN")),
            true));
  }
}
