package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** A quota on the number or size of something was reached. */
final class ServiceQuota implements Cause {

  @Override
  public String id() {
    return "throttling/service-quota";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean known =
        !facts.call().code().isEmpty()
            && (facts.call().code().contains("LimitExceeded")
                || facts.call().code().contains("QuotaExceeded")
                || facts.code(
                    "TooManyBuckets",
                    "LimitExceeded",
                    "TooManyEntriesInBatchRequest",
                    "MaxSpotInstanceCountExceeded",
                    "InstanceLimitExceeded",
                    "VcpuLimitExceeded",
                    "ResourceLimitExceeded",
                    "OverLimit"))
            && !Throttles.isRate(facts)
            && !Throttles.isCapacity(facts)
            && !Throttles.isConcurrency(facts);
    Optional<SpecialQuota> special = SpecialQuota.of(facts);
    if (special.isPresent()) {
      return Outcome.confirmed(special.get().finding(facts));
    }
    if (!known
        && (facts.family() != CodeFamily.QUOTA
            || Throttles.isRate(facts)
            || Throttles.isCapacity(facts)
            || Throttles.isConcurrency(facts))) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    Finding finding =
        new Finding(
            "a quota of the account was reached",
            meaning.specificity(),
            List.of(facts.citeError()),
            List.of(
                Fix.askAdministrator(
                    "ask for a higher quota",
                    "aws service-quotas request-service-quota-increase --service-code "
                        + QuotaCode.of(facts)
                        + " --quota-code <code> --desired-value <n>"),
                Fix.command(
                    "delete what is not used any more, after looking at the list",
                    "aws service-quotas list-service-quotas --service-code "
                        + QuotaCode.of(facts))),
            Throttles.quotas(facts));
    return meaning.outcome(finding, facts);
  }
}
