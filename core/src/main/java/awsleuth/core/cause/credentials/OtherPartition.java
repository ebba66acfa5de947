package awsleuth.core.cause.credentials;

import awsleuth.aws.Region;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile whose Region is of another partition than the one that was called: each partition has
 * accounts and keys of its own (AWS account management guide; "Getting Started with AWS in China").
 *
 * @param own the profile's Region
 * @param place where the profile says so
 * @param called the Region that was called
 * @param over the variable that goes before the profile's setting; empty where none is set
 */
record OtherPartition(Region own, Source place, Region called, Optional<EnvironmentVariable> over) {

  private static final String VARIABLE = "AWS_DEFAULT_REGION";

  /** Empty where the keys are of no profile, or one of the Regions is not known. */
  static Optional<OtherPartition> of(Facts facts) {
    if (facts.ownSession()
        || KeySource.in(facts).profile().isEmpty()
        || !(facts.boto().session() instanceof Session.Open(Session session))) {
      return Optional.empty();
    }
    Optional<EnvironmentVariable> over = facts.variable(VARIABLE).filter(v -> !v.value().isEmpty());
    String called =
        facts.call().region().isEmpty()
            ? over.map(EnvironmentVariable::value).orElse("")
            : facts.call().region();
    Optional<Found<String>> set = session.setting("region");
    Optional<Region> own = set.flatMap(s -> facts.catalog().region(s.value()));
    return set.flatMap(s -> facts.boto().source(s.origin()))
        .flatMap(place ->
            own.flatMap(o ->
                facts
                    .catalog()
                    .region(called)
                    .filter(c -> !c.partition().equals(o.partition()))
                    .map(c -> new OtherPartition(o, place, c, over))));
  }

  /** What tells the two Regions. */
  List<Citation> cite() {
    Citation profile =
        new Citation(
            "the profile's region is `" + own.name() + "`, of the partition " + own.partition(),
            place);
    return over.map(v ->
            List.of(
                profile,
                new Citation(
                    v.name()
                        + " = `"
                        + v.value()
                        + "` goes before it: the call went to the partition "
                        + called.partition()
                        + ", which has other accounts and keys",
                    v.source())))
        .orElse(List.of(profile));
  }

  /** The call where the profile's keys are known. */
  Fix fix(Facts facts) {
    return over.isPresent()
        ? Fix.command("let the profile's own Region count", "unset " + VARIABLE)
        : Fix.codeEdit(
            "make the client for the profile's Region",
            "boto3.client("
                + Literal.python(
                    facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                + ", region_name="
                + Literal.python(own.name())
                + ")");
  }

  /** The same call there. */
  Verification again(Facts facts) {
    return Again.of(facts, "the call succeeds", Map.of("Region", own.name()));
  }
}
