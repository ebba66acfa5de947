package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts that begin or break off in the middle of a sentence: what is there is read, no more. */
class CutFormsTest {

  @Test
  void aTextThatBeginsInTheCodeHasNone() {
    assertThat(
            told(
                """
                sDenied) when calling the PutObject operation: Access Denied
                """))
        .containsExactly("ClientError | s3 | PutObject | - | line 1 | 1x | Access Denied");
  }

  @Test
  void anEllipsisMayStandForTheBegin() {
    assertThat(
            told(
                """
                …sDenied) when calling the PutObject operation: Access Denied
                """))
        .containsExactly("ClientError | s3 | PutObject | - | line 1 | 1x | Access Denied");
  }

  @Test
  void aTextThatBeginsAfterTheCode() {
    assertThat(
            told(
                """
                when calling the PutObject operation: Access Denied
                """))
        .containsExactly("ClientError | s3 | PutObject | - | line 1 | 1x | Access Denied");
  }

  @Test
  void aTextThatBeginsInTheFirstWords() {
    assertThat(
            told(
                """
                rror occurred (AccessDenied) when calling the PutObject operation: Access Denied
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | AccessDenied | line 1 | 1x | Access Denied");
  }

  @Test
  void anOperationThatBreaksOffIsNone() {
    assertThat(
            told(
                """
                botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
                PutObj
                """))
        .containsExactly("ClientError | - | - | AccessDenied | line 1 | 1x | -");
  }

  @Test
  void aCodeThatBreaksOffIsNone() {
    assertThat(
            told(
                """
                botocore.exceptions.ClientError: An error occurred (AccessDe
                """))
        .containsExactly("ClientError | - | - | - | line 1 | 1x | An error occurred (AccessDe");
  }

  @Test
  void aTextThatBeginsBeforeTheOperation() {
    assertThat(
            told(
                """
                calling the PutObject operation (reached max retries: 4): Please reduce your \
                request rate.
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | - | line 1 | 1x | Please reduce your request rate.");
  }
}
