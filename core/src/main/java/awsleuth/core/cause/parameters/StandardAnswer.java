package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A refusal of a service whose message has one well-known remedy. */
sealed interface StandardAnswer extends Clue
    permits ComputeAnswer, DynamoDbAnswer, S3Answer, ServiceAnswer {

  /** Whether the failure is this one. */
  default boolean isSeen(Facts facts) {
    return facts.seen(this);
  }

  /** What is wrong, as a summary. */
  default String summary() {
    return "the service refuses a value or a combination of values";
  }

  /** What else speaks of it, beside the message; none where nothing does. */
  default List<Citation> cite(Facts facts) {
    return List.of();
  }

  /** The remedy, the best first; one or more. */
  List<Fix> fixes(Facts facts);

  /**
   * What the check is to send instead of what was refused, by the parameters' names; empty where
   * nothing is known to be taken.
   */
  default Map<String, String> instead() {
    return Map.of();
  }

  /** The one that a failure is; empty where it is none. */
  static Optional<StandardAnswer> of(Facts facts) {
    return Stream.<StandardAnswer[]>of(
            DynamoDbAnswer.values(),
            S3Answer.values(),
            ComputeAnswer.values(),
            ServiceAnswer.values())
        .flatMap(Stream::of)
        .filter(answer -> answer.isSeen(facts))
        .findFirst();
  }
}
