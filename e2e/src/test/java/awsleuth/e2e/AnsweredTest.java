package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that moto or a Stubber makes in the program under {@code awsleuth run}. */
class AnsweredTest {

  private static final Map<String, String> KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
          "AWS_DEFAULT_REGION", "eu-west-1");

  private static final String STUBBED =
      """
      import boto3
      from botocore.stub import Stubber
      c = boto3.client("s3")
      with Stubber(c) as s:
          s.add_client_error("get_object", "AccessDenied", "Access Denied", 403)
          c.get_object(Bucket="b", Key="k")
      """;

  private static final String MOCKED =
      """
      import boto3
      from moto import mock_aws
      with mock_aws():
          boto3.client("s3").get_object(Bucket="no-such", Key="k")
      """;

  /** The server is no address of moto's, which lets the request out; the other is loaded only. */
  private static final String SENT =
      """
      import threading, http.server, boto3, botocore.stub
      from moto import mock_aws
      class Refusing(http.server.BaseHTTPRequestHandler):
          def do_GET(self):
              self.send_response(403)
              self.end_headers()
              self.wfile.write(b"<Error><Code>AccessDenied</Code></Error>")
      server = http.server.HTTPServer(("127.0.0.1", 0), Refusing)
      threading.Thread(target=server.serve_forever, daemon=True).start()
      with mock_aws():
          url = "http://127.0.0.1:%d" % server.server_port
          boto3.client("s3", endpoint_url=url).get_object(Bucket="b", Key="k")
      """;

  private static final String HANDLED =
      """
      import boto3, botocore.stub
      from botocore.awsrequest import AWSResponse
      c = boto3.client("s3")
      answer = AWSResponse(None, 403, {}, None), {"Error": {"Code": "AccessDenied"}}
      c.meta.events.register("before-call.s3.GetObject", lambda **_: answer)
      c.get_object(Bucket="b", Key="k")
      """;

  @Test
  void whatAServerAnsweredWhileMotoIsEnabledIsNotSaidToBeMotos() throws IOException {
    Run run = Awsleuth.with(KEYS, "run", "--", Python.get().python(), "-c", SENT);
    assertThat(run.err()).contains("AccessDenied").doesNotContain("was answered by");
  }

  @Test
  void aHandlerThatAnswersIsNoStubber() throws IOException {
    Run run = Awsleuth.with(KEYS, "run", "--", Python.get().python(), "-c", HANDLED);
    assertThat(run.err()).contains("GetObject of s3 was answered by an event handler within");
  }

  @ParameterizedTest
  @CsvSource({"Stubber,text", "moto,text", "moto,json"})
  void itIsSaidThatAwsDidNotAnswer(String by, String format) throws IOException {
    String program = by.equals("moto") ? MOCKED : STUBBED;
    Run run =
        Awsleuth.with(KEYS, "run", "--format", format, "--", Python.get().python(), "-c", program);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("GetObject of s3 was answered by " + by + " within the program, not by AWS");
  }
}
