package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What deployment tools and services print that pass on what AWS answered. */
class ToolTextsTest {

  @ParameterizedTest
  @CsvSource({
    "'Service returned error code AccessDeniedException (Service: Lambda, Status Code: 403, Request"
        + " ID: R)',AccessDeniedException",
    "'denied by S3. S3 Error Code: AccessDenied. S3 Error Message: no (Service: Lambda, Status Code:"
        + " 403, Request ID: R)',AccessDenied",
    "'no (Service: Ec2, Status Code: 403, Request ID: R) (RequestToken: t, HandlerErrorCode:"
        + " AccessDenied)',AccessDenied"
  })
  void stackEventsTellTheCodeInTheirWords(String text, String code) {
    assertThat(call("Resource handler returned message: " + text).code()).isEqualTo(code);
  }

  @Test
  void aCodeAmongWordsOfFailureIsWorthTellingWhereNothingBetterIs() {
    assertThat(call("[aws] worker failed, reason AccessDeniedException after 3s").code())
        .isEqualTo("AccessDeniedException");
    assertThat(read("worker failed, reason AccessDeniedException after 3s")).isEmpty();
    assertThat(read("    except client.exceptions.AccessDeniedException as error:")).isEmpty();
    assertThat(read("aws listener for ThrottlingException events ready")).isEmpty();
  }

  @Test
  void redshiftAndSnowflakeTellWhatS3Answered() {
    FailedCall redshift =
        call(
            "error:  S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid Z6,CanRetry 1");
    assertThat(redshift.code()).isEqualTo("AccessDenied");
    assertThat(redshift.service()).isEqualTo("s3");
    assertThat(redshift.requestId()).isEqualTo("Z6");
    FailedCall snowflake =
        call(
            "Failure using stage area. Cause: [Denied (Status Code: 403; Error Code: AccessDenied)]");
    assertThat(snowflake.code()).isEqualTo("AccessDenied");
    assertThat(snowflake.httpStatus()).isEqualTo(OptionalInt.of(403));
  }
}
