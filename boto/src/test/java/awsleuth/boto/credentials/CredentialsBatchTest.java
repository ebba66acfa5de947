package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records in, what boto3 would do out. */
class CredentialsBatchTest {

  private static final String CHAIN =
      """
      {"id": "c1", "env": {"AWS_ENDPOINT_URL_STS": "${SERVER}/sts", "AWS_DEFAULT_REGION": "eu-west-1"}, "files": {".aws/config":
      "[default]\\nrole_arn = arn:aws:iam::111122223333:role/two\\nsource_profile = one\\n[profile one]\\nrole_arn = arn:aws:iam::111122223333:role/one\\nsource_profile = base\\n[profile base]\\naws_access_key_id = AKIABASE\\naws_secret_access_key = s"},
      "http": {"POST /sts AssumeRole": {"sts": "2099-01-01T00:00:00Z"}}}
      """
          .replace("\n", " ");

  private static CredentialsBatch batch(boolean reveal) {
    return reveal
        ? CredentialsBatch.revealing(Cases.NOW)
        : CredentialsBatch.masking(text -> text, Cases.NOW);
  }

  private static String text(Map<?, ?> expect, String name) {
    return String.valueOf(expect.get(name));
  }

  private static Map<?, ?> expect(boolean reveal, String line) {
    Object expect = Json.object(batch(reveal).answer(line)).get("expect");
    return expect instanceof Map<?, ?> map ? map : Map.of();
  }

  @Test
  void aChainOfRolesIsSignedByEachOther() {
    Map<?, ?> expect = expect(true, CHAIN);
    assertThat(text(expect, "resolve")).contains("assume-role");
    assertThat(text(expect, "frozen"))
        .contains("ASIA.two.ASIA.one.AKIABASE", "sts-secret", "123456789012");
    assertThat(text(expect(false, CHAIN), "frozen"))
        .doesNotContain("AKIABASE")
        .doesNotContain("sts-secret");
  }

  @Test
  void placeholdersStayAsTheyAre() {
    Map<?, ?> expect =
        expect(true, "{\"env\": {\"AWS_CONTAINER_CREDENTIALS_FULL_URI\": \"${CLOSED}/creds\"}}");
    assertThat(text(expect, "resolve"))
        .contains("Could not connect to the endpoint URL: \"${CLOSED}/creds\"");
    Map<?, ?> unread = expect(true, "{\"files\": {\".aws/config\": \"region = x\\n\"}}");
    assertThat(text(unread, "session"))
        .contains("Unable to parse config file: ${HOME}/.aws/config")
        .contains("file: '${HOME}/.aws/config', line: 1\n'region = x\\n'");
  }

  @Test
  void aLineThatIsNoRecordIsAnsweredToo() {
    CredentialsBatch batch = batch(true);
    assertThat(batch.answer("oops")).contains("error");
    assertThat(batch.answer("[1]")).contains("error");
    assertThat(batch.answer("{}")).contains("\"resolve\": null");
  }
}
