package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
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
                Fix.codeEdit(
                    "spread the load over partition keys and write in batches with retries",
                    "with table.batch_writer() as batch:\n    batch.put_item(Item=item)"),
                Throttles.patience(facts)),
            new Verification.Query(
                "aws cloudwatch get-metric-statistics --namespace AWS/DynamoDB --metric-name ThrottledRequests --dimensions Name=TableName,Value=<table> --start-time <start> --end-time <end> --period 60 --statistics Sum",
                "the sum is 0")));
  }
}
