package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import org.junit.jupiter.api.Test;

/** Several config files of which boto3 reads one. */
class RivalFilesTest {

  private static final String MISSING =
      "botocore.exceptions.ProfileNotFound: The config profile (prod) could not be found";

  private static Artifact config(String name, String text) {
    return new Artifact(name, Kind.CONFIG, text);
  }

  @Test
  void ofSeveralThatDifferNothingIsSaidToBeInNone() {
    Finding finding =
        Incident.first(
            MISSING,
            config("one", "[default]\nregion = eu-west-1\n"),
            config("two", "[profile test]\nregion = eu-west-1\n"),
            new Artifact("credentials", Kind.CREDENTIALS, ""));
    assertThat(FolderFiles.because(finding))
        .contains("one of several files that differ")
        .doesNotContain("no profile", "the profiles are");
  }

  @Test
  void ofSeveralThatAreAlikeOneCounts() {
    String text = "[profile test]\nregion = eu-west-1\n";
    assertThat(
            FolderFiles.because(Incident.first(MISSING, config("one", text), config("two", text))))
        .contains("the profiles are `test`");
  }

  @Test
  void ofOneFileItIsNotSaidThatThereIsNoProfileAtAll() {
    Artifact empty = new Artifact("credentials", Kind.CREDENTIALS, "");
    assertThat(FolderFiles.because(Incident.first(MISSING, empty)))
        .contains("there is no profile in it");
    assertThat(FolderFiles.because(Incident.first(MISSING, empty, config("one", ""))))
        .contains("there is no profile at all");
  }
}
