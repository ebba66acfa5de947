package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Reading;
import java.util.ArrayList;
import java.util.List;

/** Whose capacity was exceeded: each service has other means to raise it and to measure it. */
enum CapacityOf {
  /** DynamoDB's tables and indexes. */
  TABLE("the capacity of the table, an index or a partition key was exceeded") {
    @Override
    List<Fix> fixes(Facts facts) {
      List<Fix> fixes = new ArrayList<>();
      if (!isOnDemand(facts)) {
        fixes.add(
            Fix.askAdministrator(
                "raise the capacity, or let it follow the load",
                "aws dynamodb update-table --table-name "
                    + facts.argument("TableName", "<table>")
                    + " --billing-mode PAY_PER_REQUEST"));
      }
      if (Cancellation.isOne(facts)) {
        fixes.add(Transactions.again(facts));
        return fixes;
      }
      fixes.add(Reading.is(facts) ? READ_LESS : WRITE_IN_BATCHES);
      fixes.add(Throttles.patience(facts));
      return fixes;
    }

    // What DynamoDB says where the capacity follows the load already (its developer guide).
    private static boolean isOnDemand(Facts facts) {
      return facts.code("ThrottlingException") && facts.seen(ThrottlingClue.ON_DEMAND);
    }

    @Override
    Verification verification(Facts facts) {
      return sum(
          "AWS/DynamoDB",
          Reading.is(facts) ? "ReadThrottleEvents" : "WriteThrottleEvents",
          "TableName",
          facts.argument("TableName", "<table>"));
    }
  },
  /** Kinesis's shards. */
  SHARD("the capacity of a shard of the stream was exceeded") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.askAdministrator(
              "give the stream more shards, or let their number follow the load (ON_DEMAND)",
              "aws kinesis update-shard-count --stream-name "
                  + facts.argument("StreamName", "<stream>")
                  + " --scaling-type UNIFORM_SCALING --target-shard-count <n>"),
          Reading.is(facts) ? FAN_OUT : SPREAD_KEYS,
          Throttles.patience(facts));
    }

    @Override
    Verification verification(Facts facts) {
      return sum(
          "AWS/Kinesis",
          Reading.is(facts)
              ? "ReadProvisionedThroughputExceeded"
              : "WriteProvisionedThroughputExceeded",
          "StreamName",
          facts.argument("StreamName", "<stream>"));
    }
  },
  /** What another service has, or one that is not known. */
  OTHER("the throughput that the service gives here was exceeded") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Throttles.patience(facts),
          Fix.askAdministrator(
              "raise the capacity, or the quota for it",
              Concurrency.quota(QuotaCode.of(facts), "<code>")));
    }

    @Override
    Verification verification(Facts facts) {
      return Throttles.rerun(facts);
    }
  };

  private static final Fix WRITE_IN_BATCHES =
      Fix.codeEdit(
          "spread the load over partition keys and write in batches with retries",
          "with table.batch_writer() as batch:\n    batch.put_item(Item=item)");
  private static final Fix READ_LESS =
      Fix.codeEdit(
          "read less at a time, and no whole table where a key will do",
          "client.get_paginator(\"query\").paginate(**request, PaginationConfig={\"PageSize\":"
              + " 100})");
  private static final Fix SPREAD_KEYS =
      Fix.codeEdit(
          "spread the records over partition keys; PutRecords tells which ones to send again",
          "record = {\"Data\": data, \"PartitionKey\": str(uuid.uuid4())}");
  private static final Fix FAN_OUT =
      Fix.askAdministrator(
          "read less often, or give each reader a throughput of its own (enhanced fan-out)",
          "aws kinesis register-stream-consumer --stream-arn <stream ARN> --consumer-name <name>");

  private final String summary;

  CapacityOf(String summary) {
    this.summary = summary;
  }

  String summary() {
    return summary;
  }

  abstract List<Fix> fixes(Facts facts);

  abstract Verification verification(Facts facts);

  static CapacityOf of(Facts facts) {
    return switch (facts.call().service()) {
      case "kinesis" -> SHARD;
      case "dynamodb", "dynamodbstreams" -> TABLE;
      default -> told(facts);
    };
  }

  private static CapacityOf told(Facts facts) {
    return facts.seen(ThrottlingClue.SHARD)
        ? SHARD
        : facts.seen(ThrottlingClue.TABLE) ? TABLE : OTHER;
  }

  private static Verification sum(String space, String metric, String dimension, String value) {
    return new Verification.Query(
        "aws cloudwatch get-metric-statistics --namespace "
            + space
            + " --metric-name "
            + metric
            + " --dimensions Name="
            + dimension
            + ",Value="
            + value
            + " --start-time <start> --end-time <end> --period 60 --statistics Sum",
        "the sum is 0, or there are no data points, at the usual load");
  }
}
