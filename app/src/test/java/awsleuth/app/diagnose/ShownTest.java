package awsleuth.app.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of many failed calls are shown. */
class ShownTest {

  private static final String LINE =
      "botocore.exceptions.ClientError: An error occurred (%s) when calling the %s operation: %s";

  private static List<FailureDiagnosis> failures(int alike, String last) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < alike; i++) {
      text.append(LINE.formatted("AccessDenied", "GetObject", "Access Denied " + word(i)));
      text.append('\n');
    }
    text.append(LINE.formatted("NoSuchBucket", last, "The specified bucket does not exist"));
    Artifact log = new Artifact("app.log", Artifact.Kind.ANY, text + "\n");
    return new Diagnoser(AwsCatalog.embedded()).diagnose(List.of(log)).failures();
  }

  /** A text that no other number has, without digits. */
  private static String word(int number) {
    return Character.toString('a' + number % 26) + Character.toString('a' + number / 26);
  }

  private static List<String> headlines(List<FailureDiagnosis> failures) {
    return failures.stream().map(f -> Words.headline(f.failure())).toList();
  }

  @Test
  void aFailureOfAnotherKindIsAmongThoseShown() {
    List<FailureDiagnosis> all = failures(40, "ListObjectsV2");
    List<String> shown = headlines(Shown.of(all, false));
    assertThat(all.size()).isGreaterThan(30);
    assertThat(shown).hasSize(20).startsWith(headlines(all).getFirst());
    assertThat(shown.getLast()).isEqualTo(headlines(all).getLast()).contains("ListObjectsV2");
    assertThat(headlines(Shown.of(all, true))).isEqualTo(headlines(all));
  }

  @Test
  void fewAreShownAsTheyAre() {
    List<FailureDiagnosis> few = failures(15, "HeadBucket");
    assertThat(headlines(Shown.of(few, false))).isEqualTo(headlines(few));
  }
}
