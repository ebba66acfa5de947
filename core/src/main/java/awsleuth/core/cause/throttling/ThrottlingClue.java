package awsleuth.core.cause.throttling;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words that tell of throttling where no code does. */
enum ThrottlingClue implements Clue {
  RATE("rate exceeded", "callerratelimitexceeded", "too many requests", "request rate is too high"),
  SLOW_DOWN("please reduce your request rate"),
  CONCURRENCY(
      "concurrentinvocationlimitexceeded",
      "concurrent runs exceeded",
      "concurrency limit",
      "concurrent executions",
      "too many concurrent",
      "reservedfunctionconcurrent"),
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

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
