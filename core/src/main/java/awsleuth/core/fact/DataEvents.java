package awsleuth.core.fact;

import java.util.List;
import java.util.Map;

/**
 * Calls that CloudTrail's event history never has, since they are data events (CloudTrail user
 * guide, "Logging data events").
 */
public final class DataEvents {

  /** How the operations begin, by service. */
  private static final Map<String, List<String>> OPERATIONS =
      Map.ofEntries(
          Map.entry("lambda", List.of("Invoke")),
          Map.entry(
              "s3",
              List.of(
                  "GetObject",
                  "PutObject",
                  "HeadObject",
                  "DeleteObject",
                  "Copy",
                  "ListObjects",
                  "UploadPart",
                  "CreateMultipart",
                  "CompleteMultipart")),
          Map.entry(
              "dynamodb",
              List.of(
                  "GetItem",
                  "PutItem",
                  "UpdateItem",
                  "DeleteItem",
                  "Batch",
                  "Query",
                  "Scan",
                  "Transact",
                  "Execute")),
          Map.entry(
              "sqs", List.of("SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessage")),
          Map.entry("sns", List.of("Publish")),
          Map.entry("kinesis", List.of("PutRecord", "GetRecords", "GetShardIterator")),
          Map.entry("firehose", List.of("PutRecord")),
          Map.entry("events", List.of("PutEvents")),
          Map.entry("cloudwatch", List.of("PutMetricData", "GetMetric")),
          Map.entry("logs", List.of("PutLogEvents")),
          Map.entry("bedrock-runtime", List.of("Invoke", "Converse")));

  private DataEvents() {}

  /** Whether the failed call is one of them. */
  public static boolean is(Facts facts) {
    return OPERATIONS.getOrDefault(facts.call().service(), List.of()).stream()
        .anyMatch(facts.call().operation()::startsWith);
  }
}
