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
                    "CodeStorageExceededException",
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
            || isOfRequest(facts)
            || Throttles.isRate(facts)
            || Throttles.isCapacity(facts)
            || Throttles.isConcurrency(facts))) {
      return Outcome.NOT_SEEN;
    }
    Meaning meaning = Meaning.of(known);
    ReachedQuota reached = ReachedQuota.of(facts);
    Finding finding =
        new Finding(
            "a quota of the account was reached",
            meaning.specificity(),
            reached.cite(facts),
            List.of(
                Fix.askAdministrator("ask for a higher quota", reached.filled(more(facts))),
                reached.see(facts),
                Fix.askAdministrator(
                    "or delete what is not used any more",
                    "Please delete what counts against the quota and is not used any more.")),
            Throttles.quotas(facts));
    return meaning.outcome(finding, facts);
  }

  /** Limits on a single request, which no administrator raises: the request is to be smaller. */
  private static boolean isOfRequest(Facts facts) {
    return facts.code(
        "TooManyEntriesInBatchRequest",
        "EntityTooLarge",
        "RequestEntityTooLargeException",
        "KeyTooLongError",
        "BatchRequestTooLong",
        "MaxMessageLengthExceeded",
        "ItemSizeLimitExceeded");
  }

  /**
   * The request, with the code of the quota where the message and the kind of instance tell it (EC2
   * user guide, On-Demand instance quotas).
   */
  private static String more(Facts facts) {
    String request = QuotaCode.more(facts);
    return facts.code("VcpuLimitExceeded") && isStandard(facts)
        ? request.replace("<code>", "L-1216C47A")
        : request;
  }

  /** Whether the instance's type was told and is of the families A, C, D, H, I, M, R, T or Z. */
  private static boolean isStandard(Facts facts) {
    String type = facts.parameter("InstanceType").orElse("");
    return type.length() > 1
        && "acdhimrtz".indexOf(type.charAt(0)) >= 0
        && Character.isDigit(type.charAt(1));
  }
}
