package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import awsleuth.trail.time.Group;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls share a rate is said only as far as services document it. */
final class RateTest {

  private static final long START = 1_793_577_600_000L;

  @ParameterizedTest
  @CsvSource({
    "ec2 DescribeInstances, ACCOUNT",
    "iam GetRole, ACCOUNT",
    "sts AssumeRole, ACCOUNT",
    "kms DescribeKey, ACCOUNT",
    "kms Decrypt, UNKNOWN",
    "kms GenerateDataKey, UNKNOWN",
    "logs FilterLogEvents, ACCOUNT",
    "lambda GetFunction20150331v2, ACCOUNT",
    "lambda Invoke, RESOURCE",
    "s3 GetObject, RESOURCE",
    "s3 ListObjects, RESOURCE",
    "sqs SendMessage, RESOURCE",
    "dynamodb Query, RESOURCE",
    "dynamodb DescribeTable, UNKNOWN",
    "kinesis PutRecords, RESOURCE",
    "kinesis DescribeStream, UNKNOWN",
    "firehose PutRecordBatch, RESOURCE",
    "ssm GetParameter, ACCOUNT",
    "ssm SendCommand, UNKNOWN",
    "autoscaling DescribeAutoScalingGroups, ACCOUNT",
    "autoscaling DescribeScalingActivities, UNKNOWN",
    "autoscaling RegisterScalableTarget, UNKNOWN",
    "cloudformation DescribeStacks, UNKNOWN"
  })
  void a_rate_is_of_an_account_only_where_that_is_documented(String call, Rate rate) {
    assertThat(Rate.of(call(call, START, "billing", ""))).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3 GetObject       | "bucketName": "data", "key": "a/b"                                        | data
          dynamodb GetItem   | "tableName": "orders"                                                     | orders
          dynamodb GetItem   | "tableName": "arn:aws:dynamodb:us-east-1:111122223333:table/orders"       | orders
          sqs SendMessage    | "queueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/jobs"       | jobs
          kinesis PutRecord  | "streamName": "clicks"                                                    | clicks
          lambda Invoke      | "functionName": "f"                                                       | f
          lambda Invoke      | "functionName": "f:live"                                                  | f
          lambda Invoke      | "functionName": "arn:aws:lambda:us-east-1:111122223333:function:f:live"   | f
          dynamodb BatchGetItem | "requestItems": {}                                                     | ''
          ec2 StopInstances  | "bucketName": "data"                                                      | ''
          """)
  void what_has_a_rate_of_its_own_is_told_by_its_name(String call, String parameters, String name) {
    assertThat(Rate.resource(call(call, START, "billing", ""), record(call, parameters)))
        .isEqualTo(name);
  }

  @Test
  void callers_of_the_same_resource_alone_may_have_used_up_its_rate() {
    assertThat(storm("\"bucketName\": \"data\""))
        .hasValueSatisfying(s -> assertThat(s.isCertain()).isFalse())
        .hasValueSatisfying(s -> assertThat(s.principal()).endsWith("role/scan"))
        .hasValueSatisfying(s -> assertThat(s.resource()).isEqualTo("data"));
    assertThat(storm("\"bucketName\": \"other\"")).isEmpty();
    assertThat(storm("\"other\": \"data\"")).isEmpty();
  }

  private static Optional<Cause.Storm> storm(String parameters) {
    String read = "s3 GetObject";
    Event first = call(read, START, "billing", "SlowDown");
    Group group =
        new Group(new Calls("s3.amazonaws.com", "GetObject", first.principal()), "SlowDown");
    Target target = new Target(group, START, START + 60_000, 0, Optional.empty(), Target.Why.GROUP);
    Samples samples = new Samples(List.of(target));
    RecordText own = record(read, "\"bucketName\": \"data\"");
    for (int second = 0; second < 20; second++) {
      long time = START + second * 1000L;
      samples.add(call(read, time, "billing", "SlowDown"), own);
      for (int i = 0; i < 10; i++) {
        samples.add(call(read, time + i, "scan", ""), record(read, parameters));
      }
    }
    Caller throttled = Caller.of(first, own);
    return new Storms(first, throttled.resource(), samples.uses(target, throttled)).of("");
  }

  private static Event call(String call, long time, String role, String code) {
    return StormsTest.of(call, TargetsTest.event(time, role, code));
  }

  private static RecordText record(String call, String parameters) {
    String[] words = call.split(" ", 2);
    String json =
        """
        {"eventVersion": "1.11", "eventTime": "2026-11-02T00:00:00Z", "eventSource": "%s.amazonaws.com",
         "eventName": "%s", "awsRegion": "us-east-1", "requestParameters": {%s},
         "userIdentity": {"type": "AssumedRole"}}
        """
            .formatted(words[0], words[1], parameters);
    return RecordText.of(json, "f", 1);
  }
}
