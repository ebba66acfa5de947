package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** Quotas that a message tells of under a code that speaks of something else. */
enum SpecialQuota {
  /** What an account may use in a day; the same request fails until the time has passed. */
  PERIOD("the quota for a day is used up, so that retries do not help") {
    @Override
    Optional<Citation> seen(Facts facts) {
      return facts.citation(ThrottlingClue.PERIOD);
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return isMail(facts) ? List.of(used(), more(facts)) : List.of(more(facts));
    }

    @Override
    Verification verification(Facts facts) {
      return isMail(facts)
          ? new Verification.Query("aws ses get-send-quota", LESS)
          : Throttles.quotas(facts);
    }
  },
  /** Concurrency reserved for functions is taken from what all others share. */
  RESERVED("the reservation leaves too little of the account's concurrency unreserved") {
    @Override
    Optional<Citation> seen(Facts facts) {
      return facts.citation(ThrottlingClue.RESERVED);
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see how much is unreserved: a reservation must leave the minimum of it",
              "aws lambda get-account-settings --query AccountLimit"),
          Fix.askAdministrator(
              "reserve less, for this function or for others",
              "aws lambda put-function-concurrency --function-name "
                  + facts.argument("FunctionName", "<function>")
                  + " --reserved-concurrent-executions <n>"),
          Fix.askAdministrator(
              "or raise the account's quota of concurrent executions",
              Concurrency.quota("lambda", "L-B99A9384")));
    }

    @Override
    Verification verification(Facts facts) {
      return new Verification.Query(
          "aws lambda get-account-settings --query AccountLimit.UnreservedConcurrentExecutions",
          "it is above the minimum by at least what is to be reserved");
    }
  },
  /** The items of one partition key and their local secondary indexes have a fixed size. */
  COLLECTION("the items of one partition key are as large as a local index allows") {
    @Override
    Optional<Citation> seen(Facts facts) {
      Cancellation cancelled = Cancellation.of(facts);
      boolean told =
          cancelled.isFor(Cancellation.Reason.COLLECTION_SIZE)
              || facts.code("ItemCollectionSizeLimitExceededException");
      return told ? Optional.of(cancelled.cite(facts)) : Optional.empty();
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "spread the items over more partition keys: the size is fixed at 10 GB",
              "item[\"<partition key>\"] = f\"{key}#{shard}\""));
    }

    @Override
    Verification verification(Facts facts) {
      return Throttles.rerun(facts);
    }
  },
  /** What a state of Step Functions takes or gives has a fixed size of 256 KiB. */
  PAYLOAD("the state's data is larger than Step Functions takes, a fixed limit") {
    @Override
    Optional<Citation> seen(Facts facts) {
      return facts.code("States.DataLimitExceeded")
          ? Optional.of(facts.citeError())
          : Optional.empty();
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "put the data in S3 and give its name to the next state",
              """
              s3.put_object(Bucket=bucket, Key=key, Body=json.dumps(result))
              return {"bucket": bucket, "key": key}\
              """));
    }

    @Override
    Verification verification(Facts facts) {
      return Throttles.rerun(facts);
    }
  },
  /** A policy of IAM has a size that no request raises (IAM user guide, IAM and STS quotas). */
  POLICY_SIZE("the policy is larger than IAM allows, which no request raises") {
    @Override
    Optional<Citation> seen(Facts facts) {
      boolean iam = facts.call().service().equals("iam");
      return iam ? facts.citation(ThrottlingClue.POLICY_SIZE) : Optional.empty();
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.askAdministrator(
              "shorten the statements, or move some to a managed policy and attach that",
              "aws iam create-policy --policy-name <name> --policy-document file://<part>.json"));
    }

    @Override
    Verification verification(Facts facts) {
      return new Verification.Probe(
          "cat <policy>.json | tr -d ' \\t\\r\\n' | wc -c",
          "with all policies of the same entity it is below the size in the message");
    }
  };

  private static final String LESS = "SentLast24Hours is below Max24HourSend";

  private final String summary;

  SpecialQuota(String summary) {
    this.summary = summary;
  }

  /** Where it is told; empty where it is not. */
  abstract Optional<Citation> seen(Facts facts);

  abstract List<Fix> fixes(Facts facts);

  abstract Verification verification(Facts facts);

  static Optional<SpecialQuota> of(Facts facts) {
    return List.of(values()).stream().filter(q -> q.seen(facts).isPresent()).findFirst();
  }

  Finding finding(Facts facts) {
    return new Finding(
        summary,
        Finding.Specificity.MESSAGE,
        List.of(seen(facts).orElseGet(facts::citeError)),
        fixes(facts),
        verification(facts));
  }

  private static boolean isMail(Facts facts) {
    return facts.call().service().startsWith("ses");
  }

  private static Fix used() {
    return Fix.command(
        "see how much was sent in the last 24 hours: it frees by and by", "aws ses get-send-quota");
  }

  private static Fix more(Facts facts) {
    return Fix.askAdministrator(
        isMail(facts)
            ? "ask for a higher sending quota; in the sandbox ask for production access first"
            : "ask for a higher quota, or wait until the day is over",
        Concurrency.quota(QuotaCode.of(facts), "<code>"));
  }
}
