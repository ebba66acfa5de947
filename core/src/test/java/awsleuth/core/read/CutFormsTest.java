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

  @Test
  void wordsAboutACallAreNoSentenceThatIsCut() {
    assertThat(
            told(
                """
                calling the PutObject operation: check the bucket
                """))
        .isEmpty();
  }

  @Test
  void aParenthesisThatAMessageOpensIsItsOwn() {
    assertThat(
            told(
                """
                could not sync (An error occurred (InvalidParameterValue) when calling the \
                RunInstances operation: Value (t9.nano) for parameter instanceType is invalid. (see \
                docs))
                """))
        .containsExactly(
            "ClientError | ec2 | RunInstances | InvalidParameterValue | line 1 | 1x | Value"
                + " (t9.nano) for parameter instanceType is invalid. (see docs)");
  }

  @Test
  void aParenthesisBeforeTheSentenceEndsIt() {
    assertThat(
            told(
                """
                upload failed (An error occurred (NoSuchBucket) when calling the PutObject \
                operation: The specified bucket does not exist), giving up
                """))
        .containsExactly(
            "ClientError | s3 | PutObject | NoSuchBucket | line 1 | 1x | The specified bucket does"
                + " not exist");
  }

  @Test
  void aTextThatBeginsWithinTheWordsOfADenial() {
    for (String head : new String[] {"ot authorized", "authorized", "…rized", "", "... rm"}) {
      String lead =
          head.endsWith("rm") ? "...form" : head + (head.isEmpty() ? "" : " ") + "to perform";
      String text =
          lead
              + ": s3:GetObject on resource: \"arn:aws:s3:::logs/k\" because no identity-based"
              + " policy allows the s3:GetObject action\n";
      if (head.endsWith("rm")) {
        assertThat(told(text)).as(text).isEmpty(); // too little is left to know the sentence by
      } else {
        assertThat(told(text)).as(text).hasSize(1).first().asString().contains("s3 | GetObject");
      }
    }
    assertThat(told("to perform: s3:GetObject on resource: see below\n")).isEmpty();
  }
}
