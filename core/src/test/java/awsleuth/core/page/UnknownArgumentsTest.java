package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.diagnosis;
import static awsleuth.core.page.FirstAnswer.first;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arguments that boto3 does not have, and those of others that stand in a line with boto3. */
class UnknownArgumentsTest {

  private static String refused(String line, String function, String argument) {
    return """
    Traceback (most recent call last):
      File "/srv/app.py", line 9, in <module>
        %s
    TypeError: %s() got an unexpected keyword argument '%s'
    """
        .formatted(line, function, argument);
  }

  @Test
  void an_argument_of_boto3s_session_is_told() {
    for (String line :
        new String[] {
          "s = boto3.Session(regio_name='eu-west-1')",
          "s = boto3.session.Session(**settings)",
          "s = boto3.Session("
        }) {
      assertThat(first(refused(line, "Session.__init__", "regio_name")).id())
          .as(line)
          .isEqualTo("parameters/wrong-client-use");
    }
  }

  @Test
  void an_argument_of_another_call_in_the_line_is_none_of_boto3() {
    String session = "s = sagemaker.Session(boto_sess=boto3.Session(region_name='eu-west-1'))";
    String client = "store = Vault.client(boto3.client('s3'), regio='x')";
    String own = "upload(boto3.client('s3'), buket='b')";
    assertThat(diagnosis(refused(session, "Session.__init__", "boto_sess")).failures()).isEmpty();
    assertThat(diagnosis(refused(client, "Vault.client", "regio")).failures()).isEmpty();
    assertThat(diagnosis(refused(own, "upload", "buket")).failures()).isEmpty();
  }

  @Test
  void an_option_that_a_newer_botocore_has_is_not_called_unknown() {
    String text =
        """
          File "/lib/python3.11/site-packages/botocore/config.py", line 346, in __init__
            args = self._record_user_provided_options(kwargs)
        TypeError: Got unexpected keyword argument '%s'
        """;
    assertThat(first(text.formatted("retires")).id()).isEqualTo("parameters/wrong-client-use");
    assertThat(first(text.formatted("s3_disable_express_session_auth")).id())
        .isEqualTo("client/version-conflict");
  }

  @Test
  void anArgumentNamedAsThoseOfBoto3IsToldWithoutATraceback() {
    String line = "TypeError: %s() got an unexpected keyword argument 'aws_acces_key_id'\n";
    for (String function : new String[] {"client", "Session.client", "resource"}) {
      assertThat(first(line.formatted(function)).id())
          .as(function)
          .isEqualTo("parameters/wrong-client-use");
    }
    assertThat(diagnosis(line.formatted("make_client")).failures()).isEmpty();
    assertThat(diagnosis("TypeError: client() got an unexpected keyword argument 'x'\n").failures())
        .isEmpty();
  }
}
