package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that was folded, at whatever column and however, tells what it told on one line. */
class FoldedTextsTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();
  private static final String USER =
      "User: arn:aws:sts::111122223333:assumed-role/sync/i-0abc is not authorized to perform: ";

  private static final List<String> TEXTS =
      List.of(
          "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
              + " CopyObject operation: "
              + USER
              + "s3:PutObject on resource: \"arn:aws:s3:::b/k\" with an explicit deny in a resource"
              + " control policy",
          "An error occurred (AccessDenied) when calling the ListObjectsV2 operation: "
              + USER
              + "s3:ListBucket on resource: \"arn:aws:s3:::acme-invoices-eu\" because no"
              + " identity-based policy allows the s3:ListBucket action",
          "botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling"
              + " the GetSecretValue operation: "
              + USER
              + "secretsmanager:GetSecretValue on resource: prod/db because no resource-based"
              + " policy allows the secretsmanager:GetSecretValue action",
          "An error occurred (AccessDenied) when calling the AssumeRole operation: "
              + USER
              + "sts:AssumeRole on resource: arn:aws:iam::111122223333:role/deploy because no"
              + " permissions boundary allows the sts:AssumeRole action",
          "An error occurred (AccessDenied) when calling the PutItem operation: "
              + USER
              + "dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t with"
              + " an explicit deny in a service control policy",
          "An error occurred (AccessDenied) when calling the GetObject operation: "
              + USER
              + "s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no session policy allows the"
              + " s3:GetObject action",
          "An error occurred (AccessDenied) when calling the GetObject operation: "
              + USER
              + "s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no VPC endpoint policy allows"
              + " the s3:GetObject action",
          "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:"
              + " \"https://sqs.eu-central-7.amazonaws.com/\"",
          "An error occurred (ThrottlingException) when calling the DescribeLogGroups operation"
              + " (reached max retries: 4): Rate exceeded",
          "botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL:"
              + " \"https://dynamodb.eu-west-1.amazonaws.com/\"",
          "botocore.exceptions.ProfileNotFound: The config profile (staging) could not be found",
          "botocore.exceptions.NoCredentialsError: Unable to locate credentials");

  @Test
  void foldedAtEveryColumn() {
    assertThat(changed(FoldedTextsTest::hard)).isEmpty();
  }

  @Test
  void foldedByWords() {
    assertThat(changed(FoldedTextsTest::words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"    ", "2026-11-18 15:42:07 ERROR app: ", "web-1  | ", "[worker] ERROR - "})
  void foldedBehindWhatStandsBeforeEachLine(String lead) {
    assertThat(changed((t, w) -> lead + hard(t, w).replace("\n", "\n" + lead))).isEmpty();
    assertThat(changed((t, w) -> lead + words(t, w).replace("\n", "\n" + lead))).isEmpty();
  }

  @Test
  void foldedWithIndentedFurtherLines() {
    assertThat(changed((t, w) -> hard(t, w).replace("\n", "\n    "))).isEmpty();
    assertThat(changed((t, w) -> words(t, w).replace("\n", "\n    "))).isEmpty();
  }

  @Test
  void foldedOnceAtAnyPlace() {
    List<String> wrong = new ArrayList<>();
    for (String text : TEXTS) {
      for (int i = 1; i < text.length(); i++) {
        String folded = text.substring(0, i).stripTrailing() + "\n" + text.substring(i).strip();
        if (!told(folded).equals(told(text))) {
          wrong.add(folded);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void linesThatAreNotFoldedStayTwo() {
    String one =
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";
    String two = "An error occurred (NoSuchKey) when calling the GetObject operation: gone";
    assertThat(read(one + "\n" + two)).hasSize(2);
    assertThat(read("ERROR app: " + one + "\nERROR app: " + two)).hasSize(2);
  }

  private static List<String> changed(BiFunction<String, Integer, String> fold) {
    List<String> wrong = new ArrayList<>();
    for (String text : TEXTS) {
      String want = told(text);
      for (int width = 30; width <= 160; width++) {
        String folded = fold.apply(text, width);
        if (!told(folded).equals(want)) {
          wrong.add(width + "\n" + folded + "\n" + told(folded));
        }
      }
    }
    return wrong;
  }

  private static List<Failure> read(String text) {
    return Readers.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS).stream()
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .toList();
  }

  private static String told(String text) {
    List<Failure> failures = read(text);
    if (failures.size() != 1) {
      return failures.size() + " failures";
    }
    FailedCall c = failures.getFirst().call();
    return String.join(
        "|",
        c.exception(),
        c.code(),
        c.service(),
        c.operation(),
        c.endpoint(),
        DenialReader.read(failures.getFirst()).toString());
  }

  private static String hard(String text, int width) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += width) {
      out.append(out.isEmpty() ? "" : "\n");
      out.append(text, i, Math.min(text.length(), i + width));
    }
    return out.toString();
  }

  private static String words(String text, int width) {
    StringBuilder out = new StringBuilder();
    int length = 0;
    for (String word : text.split(" ")) {
      boolean fits = length > 0 && length + 1 + word.length() <= width;
      out.append(out.isEmpty() ? "" : fits ? " " : "\n").append(word);
      length = fits ? length + 1 + word.length() : word.length();
    }
    return out.toString();
  }
}
