package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that tell of each thing that failed. */
class PartialResponsesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Deleted': [{'Key': 'a'}], 'Errors': [{'Key': 'b', 'Code': 'AccessDenied', 'Message': 'no'}]}"
            + "|s3|DeleteObjects|AccessDenied|no",
        "{\"Errors\":[{\"Key\":\"b\",\"VersionId\":\"v\",\"Code\":\"InternalError\",\"Message\":\"x\"}]}"
            + "|s3|DeleteObjects|InternalError|x",
        "{\"FailedEntryCount\": 1, \"Entries\": [{\"EventId\": \"1\"}, {\"ErrorCode\":"
            + " \"ThrottlingException\", \"ErrorMessage\": \"Rate exceeded\"}]}"
            + "|events|PutEvents|ThrottlingException|Rate exceeded",
        "{'FailedEntryCount': 1, 'FailedEntries': [{'TargetId': 't', 'ErrorCode':"
            + " 'ConcurrentModificationException', 'ErrorMessage': 'busy'}]}"
            + "|events|PutTargets|ConcurrentModificationException|busy",
        "{\"FailedPutCount\":1,\"RequestResponses\":[{\"ErrorCode\":\"ServiceUnavailableException\","
            + "\"ErrorMessage\":\"Slow down.\"}]}"
            + "|firehose|PutRecordBatch|ServiceUnavailableException|Slow down.",
        "{\"FailedRecordCount\":1,\"Records\":[{\"ErrorCode\":\"InternalFailure\","
            + "\"ErrorMessage\":\"Internal\"}]}|kinesis|PutRecords|InternalFailure|Internal"
      })
  void theOperationIsKnownByItsMembers(
      String text, String service, String operation, String code, String message) {
    FailedCall call = call(text);
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Successful': [], 'Failed': [{'Id': '2', 'SenderFault': True, 'Code': 'InvalidParameterValue',"
            + " 'Message': 'too long'}]}",
        "{\"Failed\":[{\"Id\":\"a\",\"Code\":\"InternalError\",\"Message\":\"try\",\"SenderFault\":false}]}",
        "got {'Failed': [{'Id': '2', 'Code': 'AccessDenied', 'Message': 'no', 'SenderFault': True}]}",
        "$ aws s3api delete-objects --bucket b\n{\n  \"Errors\": [\n    {\n      \"Key\": \"k\",\n"
            + "      \"Code\": \"AccessDenied\",\n      \"Message\": \"Access Denied\"\n    }\n  ]\n}"
      })
  void anEntryOfABatchIsAFailure(String text) {
    assertThat(read(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Successful': [{'Id': '1'}], 'Failed': []}",
        "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}",
        "{\"Deleted\":[{\"Key\":\"a\"}],\"Errors\":[]}",
        "{\"FailedRecordCount\":0,\"Records\":[{\"SequenceNumber\":\"1\"}]}",
        "{\"Errors\":[{\"Code\":\"E1023\",\"Message\":\"name is missing\"}]}",
        "{\"errors\":[{\"code\":\"rate_limit\",\"message\":\"slow\"}]}",
        "{\"Failed\":[\"test_one\",\"test_two\"]}",
        "{\"Errors\":[\"AccessDenied\"]}",
        "{\"Failed\":3,\"Passed\":9}",
        "{\"QueryExecution\":{\"Status\":{\"State\":\"SUCCEEDED\"}}}"
      })
  void whereNothingFailedNothingIsFound(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"QueryExecution\":{\"Status\":{\"State\":\"FAILED\",\"StateChangeReason\":\"Unable to verify/create"
            + " output bucket b\"}}}",
        "{'Status': {'State': 'FAILED', 'StateChangeReason': 'Unable to verify/create output bucket b'}}",
        "\"Status\": {\n  \"State\": \"FAILED\",\n  \"StateChangeReason\": \"Unable to verify/create output"
            + " bucket b\"\n}"
      })
  void aQueryOfAthenaFailsInItsStatus(String text) {
    FailedCall call = call(text);
    assertThat(call.service()).isEqualTo("athena");
    assertThat(call.message()).isEqualTo("Unable to verify/create output bucket b");
  }
}
