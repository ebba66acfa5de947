package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison itself: it must not let a difference pass. */
class DifferencesTest {

  private static final RealError DENIED =
      new RealError(
          "denied/log",
          "log",
          "…",
          Map.of("exception", "NoSuchKey", "code", "NoSuchKey", "region", "eu-central-1"),
          Map.of("exception", false, "code", true, "region", false),
          List.of("NoSuchKey", "ClientError"));

  private final Differences differences = new Differences();

  @Test
  void aFailureThatIsNotReadIsMissing() {
    differences.compare(DENIED, null);
    assertThat(differences.toString()).contains("missing in log", "denied/log: failure");
  }

  @Test
  void aFieldThatTheTextShowsAndThatIsNotReadIsMissing() {
    differences.compare(DENIED, Map.of("region", "eu-central-1"));
    assertThat(differences.toString())
        .contains("missing in log", "code is NoSuchKey, read as null");
  }

  @Test
  void aFieldThatTheTextDoesNotShowAndThatIsReadWronglyIsExtra() {
    differences.compare(DENIED, Map.of("code", "NoSuchKey", "region", "us-east-1"));
    assertThat(differences.toString()).contains("extra in log", "region is eu-central-1");
  }

  @Test
  void anotherClassThanThePrintedOneOrABaseOfItIsExtra() {
    differences.compare(DENIED, Map.of("code", "NoSuchKey", "exception", "NoSuchBucket"));
    assertThat(differences.toString()).contains("extra in log", "read as NoSuchBucket");
  }

  @Test
  void aBaseClassWhereNoClassIsPrintedIsNoDifference() {
    differences.compare(DENIED, Map.of("code", "NoSuchKey", "exception", "ClientError"));
    assertThat(differences.isEmpty()).as(differences.toString()).isTrue();
  }
}
