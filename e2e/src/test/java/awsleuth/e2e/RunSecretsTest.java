package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No secret is in what {@code awsleuth run} keeps and says. */
class RunSecretsTest extends UnderRun {

  @Test
  void aSecretIsNeitherInTheRecordNorInTheDiagnosis() throws IOException {
    Path record = folder.resolve("secrets.jsonl");
    Ran ran =
        run(
            joined(
                awsleuth("--record", record.toString(), "--all"),
                python,
                PROGRAMS.resolve("run_faults.py").toString(),
                "secrets",
                "caught"),
            faulty("secrets"),
            new byte[0]);
    assertThat(ran.code()).isZero();
    assertThat(ran.said())
        .contains("The program caught this failure and went on to its end")
        .doesNotContain("hunter2", "swordfish");
    assertThat(Files.readString(record))
        .contains("CreateSecret")
        .doesNotContain("hunter2", "swordfish");
  }

  /** Each variable that botocore takes for a secret, and each form of a proxy's URL. */
  private static Map<String, String> secretVariables() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "inside-key",
        "AWS_SESSION_TOKEN", "inside-session",
        "AWS_SECURITY_TOKEN", "inside-security",
        "AWS_BEARER_TOKEN_BEDROCK", "inside-bearer",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "inside-container",
        "HTTPS_PROXY", "alice:inside-https@proxy:3128",
        "FTP_PROXY", "http://bob:p@inside-ftp@proxy:3128",
        "all_proxy", "//bob:p/inside-all@proxy:3128",
        "NO_PROXY", "127.0.0.1,localhost");
  }

  @Test
  void noSecretAndNothingOfWhatACallCarriesComesOut() throws IOException {
    Path record = folder.resolve("inside.jsonl");
    Path out = folder.resolve("inside.json");
    Map<String, String> environment = new HashMap<>(faulty("nobody"));
    environment.putAll(secretVariables());
    Ran ran =
        run(
            joined(
                awsleuth(
                    "--format",
                    "json",
                    "--all",
                    "--output",
                    out.toString(),
                    "--record",
                    record.toString()),
                python,
                PROGRAMS.resolve("run_secrets.py").toString()),
            environment,
            new byte[0]);
    assertThat(ran.code()).isEqualTo(1);
    String kept = Files.readString(record);
    assertThat(kept)
        .contains("PutObject", "PutItem", "CreateSecret", "PutEvents", "\"died\"")
        .contains("AWS_BEARER_TOKEN_BEDROCK", "\"proxy:3128\"", "\"http://proxy:3128\"")
        .contains("value: (content), type: <class 'dict'>")
        .contains("\"Tags2\": {\"$hidden\": \"dict\"", "\"Who2\": {\"$hidden\": \"str\"")
        .contains("\"operation\": \"ListObjectsV2\"")
        .doesNotContain("\"missed\"", "EncodingType")
        .doesNotContain("inside-", "inside\\", "inside ", "7777777777", "IOSFODNN");
    assertThat(Files.readString(out)).doesNotContain("inside", "7777777777", "IOSFODNN");
  }
}
