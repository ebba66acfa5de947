package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands around several failures tells of the one that it belongs to. */
class NeighboursTest {

  private static final String GONE =
      """
      Traceback (most recent call last):
        File "/srv/a.py", line 3, in main
          s3.get_object(Bucket="fjord-raw", Key="k")
      botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject \
      operation: The specified key does not exist.
      """;

  @Test
  void theTracebackOfAnotherFailureIsNotOfTheOneBefore() {
    List<Failure> failures =
        read(
            "2026-11-18 15:42:07 ERROR app: An error occurred (AccessDenied) when calling the"
                + " ListObjectsV2 operation: Access Denied\n"
                + GONE);
    Failure denied =
        failures.stream().filter(f -> f.call().code().equals("AccessDenied")).findFirst().get();
    assertThat(denied.frames()).isEmpty();
    assertThat(denied.passages()).noneMatch(p -> p.text().contains("fjord-raw"));
  }

  @Test
  void theNextCommandTellsNothingOfTheOneBefore() {
    Failure sso =
        read("""
        $ aws s3 ls --profile staging
        Error loading SSO Token: Token for staging does not exist
        $ aws ec2 describe-instances --region eu-north-1
        """)
            .getFirst();
    assertThat(sso.call().region()).isEmpty();
  }

  @Test
  void anExceptionThatNoTracebackLinksIsAnotherFailure() {
    String denied = "An error occurred (AccessDenied) when calling the GetObject operation: no\n";
    String header = "ValueError: Invalid header value b'Bearer x'\n";
    String floats = "TypeError: Float types are not supported. Use Decimal types instead.\n";
    for (String next : List.of(header, floats)) {
      assertThat(read(denied + next)).hasSize(2);
      assertThat(read(denied + "\n" + next)).hasSize(2);
    }
  }

  @Test
  void aLoggedExceptionAndItsTracebackAreOneFailure() {
    String sentence =
        "An error occurred (NoSuchKey) when calling the GetObject operation: The specified key does"
            + " not exist.";
    List<Failure> failures = read("ERROR app: ClientError('" + sentence + "')\n" + GONE);
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst().count()).isEqualTo(1);
    assertThat(failures.getFirst().frames()).hasSize(1);
    assertThat(read("ERROR app: failed: " + sentence + "\n" + GONE)).hasSize(1);
  }
}
