package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures without a code beside failures with one. */
class KindredTest {

  private static final List<String> CODED =
      List.of(
          "An error occurred (NoSuchBucket) when calling the PutObject operation: no bucket there",
          "botocore.errorfactory.ResourceNotFoundException: An error occurred"
              + " (ResourceNotFoundException) when calling the GetItem operation: no table",
          "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied",
          "An error occurred (ValidationException) when calling the PutItem operation: too large",
          "operation error SQS: SendMessage, https response error StatusCode: 400, RequestID: X, api"
              + " error AWS.SimpleQueueService.NonExistentQueue: gone",
          "An error occurred (ThrottlingException) when calling the ListRoles operation: Rate exceeded");

  private static final List<String> WITHOUT_CODE =
      List.of(
          "denied: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: iam:CreateRole"
              + " on resource: arn:aws:iam::111122223333:role/x because no identity-based policy"
              + " allows the iam:CreateRole action",
          "User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized to perform: kms:Decrypt",
          "Error: Not authorized to perform sts:AssumeRoleWithWebIdentity",
          "denied: Your authorization token has expired. Reauthenticate and try again.",
          "Error: Could not load credentials from any providers",
          "SdkClientException: Unable to load AWS credentials from any provider in the chain",
          "Unable to locate credentials");

  static Stream<Arguments> pairs() {
    return CODED.stream()
        .flatMap(coded -> WITHOUT_CODE.stream().map(own -> Arguments.of(coded, own)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aSentenceOfItsOwnIsAFailureOfItsOwn(String coded, String own) {
    for (String between : List.of("\n", "\n" + "INFO still running\n".repeat(12))) {
      assertThat(read(coded + between + own)).hasSize(2);
      assertThat(read(own + between + coded)).hasSize(2);
    }
  }

  @Test
  void twoDenialsAreTwoFailures() {
    String first = WITHOUT_CODE.get(0);
    assertThat(read(first + "\nINFO on\n" + WITHOUT_CODE.get(1))).hasSize(2);
    assertThat(read(first + "\nINFO on\n" + WITHOUT_CODE.get(2))).hasSize(2);
    assertThat(read(first + "\nINFO on\n" + first.replace("user/ci", "user/b"))).hasSize(2);
    assertThat(read(first + "\n" + WITHOUT_CODE.get(3))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the sentence is the coded failure's own, logged beside it
        "An error occurred (AccessDenied) when calling the CreateRole operation\n"
            + "User: arn:aws:iam::111122223333:user/a is not authorized to perform: iam:CreateRole",
        "ERROR User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:PutObject\n"
            + "An error occurred (AccessDenied) when calling the PutObject operation: User:"
            + " arn:aws:iam::111122223333:user/a is not authorized to perform: s3:PutObject",
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n"
            + "reason: User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject",
        "An error occurred (ValidationError) when calling the CreateStack operation:\n"
            + "User: arn:aws:iam::111122223333:user/a is not authorized to perform: iam:CreateRole",
        "An error occurred (InvalidParameterCombination) when calling the RunInstances operation: You"
            + " are not authorized to perform: iam:PassRole",
        // one led to the other
        "botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the AssumeRole"
            + " operation: gone\n\nDuring handling of the above exception, another exception occurred:\n\n"
            + "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nRuntimeError:"
            + " Credentials were refreshed, but the refreshed credentials are still expired.",
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: User: arn:aws:iam"
            + "::111122223333:user/a is not authorized to perform: s3:GetObject\n\nThe above exception"
            + " was the direct cause of the following exception:\n\nTraceback (most recent call last):\n"
            + "  File \"a.py\", line 2, in g\nbotocore.exceptions.ClientError: An error occurred"
            + " (NoSuchBucket) when calling the GetObject operation: no",
        // a weak word tells no other failure
        "An error occurred (NoSuchKey) when calling the GetObject operation: no\nThe specified key does"
            + " not exist",
        "An error occurred (Throttling) when calling the ListRoles operation: Rate exceeded\nRate exceeded",
        "An error occurred (SlowDown) when calling the PutObject operation: x\nPlease reduce your request"
            + " rate."
      })
  void whatSaysMoreOfAFailureIsNoOther(String text) {
    assertThat(read(text)).hasSize(1);
  }
}
