package awsleuth.core.cause.throttling;

import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.fact.Clue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words that tell of throttling where no code does. */
enum ThrottlingClue implements Clue {
  /** DynamoDB's words where a table's capacity follows the load. */
  ON_DEMAND("dynamodb is automatically scaling your table"),
  RATE(
      "rate exceeded",
      "callerratelimitexceeded",
      "too many requests",
      "request rate is too high",
      "request limit exceeded",
      "exceeded request limit",
      "exceeded its request rate limit"),
  SLOW_DOWN("please reduce your request rate", "slow down"),
  /** KMS's words, which services that encrypt with it pass on, and S3's own of it. */
  KMS("the rate at which you may call kms", "request rate for operations involving aws kms"),
  CAPACITY(
      "level of configured provisioned throughput",
      "throughput exceeds the current capacity",
      "rate exceeded for shard"),
  BUSY(
      "conflicting conditional operation is currently in progress",
      "an update is in progress for resource",
      "conflicts with another attempt to modify"),
  /** Under codes of conflicts, which stand for other disagreements too. */
  AT_WORK(
      "in progress",
      "in the process of",
      "at this time",
      "concurrent",
      "simultaneous",
      "is currently in",
      "currently being",
      "is being ",
      "pending",
      "another operation",
      "another request",
      "another update",
      "another change",
      "another attempt"),
  CONCURRENCY(
      "concurrentinvocationlimitexceeded",
      "concurrent runs exceeded",
      "concurrency limit",
      "concurrent executions",
      "too many concurrent",
      "concurrent queries",
      "run concurrently",
      "deleted simultaneously",
      "reservedfunctionconcurrent"),
  /** A reservation that would leave too little to the functions without one. */
  RESERVED("unreservedconcurrentexecution below its minimum"),
  /** What is used up for a day or a month, whatever the rate. */
  PERIOD(
      "daily message quota exceeded",
      "daily sending quota exceeded",
      "daily quota exceeded",
      "too many tokens per day",
      "too many requests per day"),
  POLICY_SIZE("maximum policy size of", "cannot exceed quota for policysize"),
  TABLE("provisioned throughput for the table", "capacity of your table or index"),
  SHARD("rate exceeded for shard"),
  REASON_CONCURRENCY(reasons(true)) {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  REASON_RATE(reasons(false)) {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  QUOTA(
      "limit exceeded",
      "exceeded your maximum",
      "you have reached the limit",
      "you have exceeded",
      "maximum number of",
      "quota"),
  RETRY_LAYER("tenacity", "backoff.", "retrying.", "celery.exceptions.retry", "@retry") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  };

  private final List<String> phrases;

  ThrottlingClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  /** What Lambda writes, in lower case, as the words of clues are. */
  private static String[] reasons(boolean concurrency) {
    return Arrays.stream(ThrottleReason.values())
        .filter(reason -> reason.isConcurrency() == concurrency)
        .map(reason -> reason.text().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
