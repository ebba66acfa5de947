package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.DataEvents;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rate of requests to an API was exceeded. */
final class ApiRate implements Cause {

  @Override
  public String id() {
    return "throttling/api-rate";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean kms = KmsRate.is(facts);
    if (!kms && (!Throttles.isRate(facts) || Throttles.isConcurrency(facts))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Crowd> crowd = kms ? Optional.empty() : Crowd.of(facts);
    List<Citation> because = new ArrayList<>();
    because.add(Throttles.citedReason(facts).orElseGet(facts::citeError));
    if (kms) {
      KmsRate.cite(facts).ifPresent(because::add);
      KmsRate.citeBucketKey(facts).ifPresent(because::add);
    } else if (!facts.isAlone()) {
      because.addAll(Use.of(facts).cite());
    }
    crowd.map(Crowd::cite).ifPresent(because::addAll);
    facts.history().ifPresent(because::add);
    boolean either = !kms && Throttles.isEither(facts);
    Finding finding =
        new Finding(
            summary(facts, kms, either),
            Finding.Specificity.CODE,
            List.copyOf(because),
            kms ? ofKms(facts) : fixes(facts, crowd),
            Throttles.rerun(facts));
    return either
        ? new Outcome.Possible(finding, List.of(Throttles.REASON))
        : Outcome.confirmed(finding);
  }

  private static String summary(Facts facts, boolean kms, boolean either) {
    String service = facts.call().service().isEmpty() ? "the service" : facts.call().service();
    return kms
        ? "more requests than KMS, which " + service + " calls, accepts in this time"
        : (either ? "perhaps more requests than " : "more requests than ")
            + service
            + " accepts in this time";
  }

  private static List<Fix> ofKms(Facts facts) {
    List<Fix> fixes = new ArrayList<>(KmsRate.fixes(facts));
    fixes.addAll(Throttles.patient(facts));
    return List.copyOf(fixes);
  }

  /** Where the trail tells that another uses up the rate, that one comes first. */
  private static List<Fix> fixes(Facts facts, Optional<Crowd> crowd) {
    List<Fix> fixes = new ArrayList<>();
    fixes.addAll(Throttles.patient(facts));
    if (!facts.isAlone()) {
      Use.of(facts).quota().map(q -> raise(facts, q)).ifPresent(fixes::add);
    }
    if (crowd.isEmpty() && !DataEvents.is(facts)) {
      fixes.add(
          Fix.command(
              "find who uses up the rate: it is shared by the whole account and Region",
              callers(facts)));
    } else if (crowd.isPresent() && crowd.get().isAnother()) {
      fixes.addFirst(slowDown(crowd.get(), ""));
    } else if (crowd.isPresent() && crowd.get().victim().isEmpty()) {
      fixes.add(slowDown(crowd.get(), "where that is another program, "));
    }
    return List.copyOf(fixes);
  }

  private static Fix raise(Facts facts, QuotaFigure quota) {
    return Fix.askAdministrator(
        "where the use as a whole is near the quota, ask for a higher one",
        Concurrency.quota(QuotaCode.of(facts), quota.code()));
  }

  private static Fix slowDown(Crowd crowd, String where) {
    return Fix.askAdministrator(
        where + "ask whoever runs it to slow it down: the whole account and Region share the rate",
        "`"
            + crowd.noisiest()
            + "` uses up the rate that others need. Please let it call less often, and ask for"
            + " more in a call (larger pages, lists of IDs).");
  }

  /** Who calls the operation, the most frequent first; CloudTrail has no data events here. */
  private static String callers(Facts facts) {
    return "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue="
        + Literal.shell(facts.call().operation(), "<operation>")
        + " --query 'Events[].Username' --output text | tr '\\t' '\\n' | sort | uniq -c | sort -rn";
  }
}
