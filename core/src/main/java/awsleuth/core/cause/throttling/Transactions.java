package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Cancellation.Reason;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/**
 * DynamoDB's cancelled transactions done again: botocore does not retry them, whatever its settings
 * (botocore/data/_retry.json).
 */
final class Transactions {

  private static final List<Reason> PASSING =
      List.of(Reason.CAPACITY, Reason.THROTTLING, Reason.CONFLICT);

  private Transactions() {}

  /** The same transaction again after a while, as long as nothing but passing reasons stop it. */
  static Fix again(Facts facts) {
    String codes =
        String.join(", ", PASSING.stream().map(Reason::code).map(Literal::python).toList());
    String method =
        Literal.name(facts.catalog().methodName(facts.call().operation()), "<operation>");
    return Fix.codeEdit(
        Cancellation.of(facts).reasons().stream().allMatch(PASSING::contains)
            ? "try the transaction again after a while: botocore does not retry it"
            : "try it again only after the other reasons are gone: botocore does not retry it",
        """
        for attempt in range(6):
            try:
                client.%s(**request)
                break
            except client.exceptions.TransactionCanceledException as error:
                reasons = {r["Code"] for r in error.response["CancellationReasons"]}
                if attempt == 5 or not reasons <= {"None", %s}:
                    raise
                time.sleep(random.random() * 0.1 * 2 ** attempt)\
        """
            .formatted(method, codes));
  }
}
