package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A prefix of a bucket receives too many requests. */
final class S3SlowDown implements Cause {

  @Override
  public String id() {
    return "throttling/s3-slow-down";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Throttles.isSlowDown(facts))) {
      return Outcome.NOT_SEEN;
    }
    boolean bare = facts.code("503") && !facts.seen(ThrottlingClue.SLOW_DOWN);
    Finding finding =
        new Finding(
            bare
                ? "a prefix of the bucket may receive more requests than S3 serves there"
                : "a prefix of the bucket receives more requests than S3 serves there",
            Finding.Specificity.CODE,
            facts.citeErrorAndRequests(),
            List.of(
                Throttles.patience(facts),
                Fix.codeEdit(
                    "spread the keys over more prefixes, and lower the concurrency",
                    "TransferConfig(max_concurrency=4)")),
            Throttles.rerun(facts));
    return bare
        ? Outcome.possible(
            finding,
            "whether S3 said SlowDown: the answer to a HEAD has no body, and so no code",
            "the same request as a GET, whose answer names the code")
        : Outcome.confirmed(finding);
  }
}
