package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.Raised;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of messages that quote files, answers and programs. */
class QuotingTest {

  private static final String CONTAINER =
      "Error when retrieving credentials from container-role: Error retrieving metadata: ";

  private static String shown(String message) {
    return Quoting.without(new Raised("botocore.exceptions.CredentialRetrievalError", message));
  }

  @Test
  void theStatusOfAContainersAnswerIsShownAndNotTheAnswer() {
    assertThat(shown(CONTAINER + "Received non 200 response 500 from container metadata: s3cr3t"))
        .isEqualTo(CONTAINER + "Received non 200 response 500 from container metadata: …");
    String quoted = "Received non 200 response 500 from container metadata: ";
    assertThat(shown(CONTAINER + quoted + "s3cr3t from custom-process: s3cr3t"))
        .isEqualTo(CONTAINER + quoted + "…");
    String unparsed = CONTAINER + "Unable to parse JSON returned from container metadata services";
    assertThat(shown(unparsed)).isEqualTo(unparsed);
  }

  @Test
  void whatAProgramPrintsIsNotShown() {
    String process = "Error when retrieving credentials from custom-process: ";
    assertThat(shown(process + "s3cr3t container metadata: x")).isEqualTo(process + "…");
    String version =
        "Unsupported version '%s' for credential process provider, supported versions: 1";
    assertThat(shown(process + version.formatted("2"))).isEqualTo(process + version.formatted("2"));
    assertThat(shown(process + version.formatted("s3cr3t"))).isEqualTo(process + "…");
    for (String last :
        List.of(
            process + "Missing required key in response: 'AccessKeyId'",
            process + "Missing required key in response: 'AccessKeyId'\n",
            CONTAINER + "Unable to parse JSON returned from container metadata services")) {
      assertThat(shown(process + "s3cr3t\nCredentialRetrievalError: " + last))
          .as("a program that itself has a program asked")
          .isEqualTo(process + "…");
    }
    assertThat(shown("Error retrieving metadata: s3cr3t"))
        .isEqualTo("Error retrieving metadata: …");
  }
}
