package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Reading;
import java.util.List;

/** A table's, stream's or shard's capacity was exceeded. */
final class ProvisionedCapacity implements Cause {

  @Override
  public String id() {
    return "throttling/provisioned-capacity";
  }

  @Override
  public Stage stage() {
    return Stage.THROTTLING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Throttles.isCapacity(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the capacity of the table, stream or shard was exceeded",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.askAdministrator(
                    "raise the capacity, or let it follow the load",
                    facts.call().service().equals("kinesis")
                        ? "aws kinesis update-stream-mode --stream-arn <stream-arn> --stream-mode-details StreamMode=ON_DEMAND"
                        : "aws dynamodb update-table --table-name <table> --billing-mode PAY_PER_REQUEST"),
                spread(facts),
                Throttles.patience(facts)),
            new Verification.Query(
                "aws cloudwatch get-metric-statistics"
                    + (isStream(facts) ? ofStream(facts) : ofTable(facts))
                    + " --start-time <start> --end-time <end> --period 60 --statistics Sum",
                "the sum is 0")));
  }

  private static Fix spread(Facts facts) {
    return isStream(facts)
        ? Fix.codeEdit(
            "spread the records over the shards: a partition key for each",
            "{\"Data\": data, \"PartitionKey\": str(uuid.uuid4())}")
        : Fix.codeEdit(
            "spread the load over partition keys and write in batches with retries",
            "with table.batch_writer() as batch:\n    batch.put_item(Item=item)");
  }

  private static boolean isStream(Facts facts) {
    return facts.call().service().equals("kinesis");
  }

  /** Kinesis user guide, "Stream-level metrics". */
  private static String ofStream(Facts facts) {
    return " --namespace AWS/Kinesis --metric-name "
        + (Reading.is(facts) ? "Read" : "Write")
        + "ProvisionedThroughputExceeded --dimensions Name=StreamName,Value="
        + facts.argument("StreamName", "<stream>");
  }

  /** DynamoDB developer guide, "Metrics and dimensions": these are there for the table alone. */
  private static String ofTable(Facts facts) {
    return " --namespace AWS/DynamoDB --metric-name "
        + (Reading.is(facts) ? "Read" : "Write")
        + "ThrottleEvents --dimensions Name=TableName,Value="
        + facts.argument("TableName", "<table>");
  }
}
