package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What botocore's debug log tells of a call. */
class DebugLogTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:44331, http://127.0.0.1:44331/",
    "https://sqs.eu-west-1.amazonaws.com:443, https://sqs.eu-west-1.amazonaws.com/",
    "https://example.com:8443, https://example.com:8443/"
  })
  void thePortIsLeftOutWhereHttpsHasItByItself(String host, String endpoint) {
    String log =
        """
        botocore.endpoint [DEBUG] Making request for OperationModel(name=GetQueueUrl) with params: {}
        urllib3.connectionpool [DEBUG] %s "POST / HTTP/1.1" 400 78
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetQueueUrl operation: no
        """
            .formatted(host);
    assertThat(call(log).endpoint()).isEqualTo(endpoint);
  }
}
