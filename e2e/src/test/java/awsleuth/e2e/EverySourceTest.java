package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Asked;
import awsleuth.testkit.ScriptedAws.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --live} asks AWS with the credentials of every source that boto3 has; MFA: MfaTest. */
class EverySourceTest {

  private static final String LONG_TERM = "AKIAIOSFODNN7EXAMPLE";
  private static final String TEMPORARY = "ASIAIOSFODNN7EXAMPLE";
  private static final String START = "https://corp.awsapps.com/start";
  private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
  private static final String KEYS =
      "{\"Code\": \"Success\", \"Version\": 1, \"AccessKeyId\": \""
          + TEMPORARY
          + "\", \"SecretAccessKey\": \"s\", \"Token\": \"tok\", \"SessionToken\": \"tok\","
          + " \"Expiration\": \"2999-01-01T00:00:00Z\"}";
  private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/r\n";
  private static final String BASE =
      "[profile base]\naws_access_key_id = " + LONG_TERM + "\naws_secret_access_key = s\n";

  private ScriptedAws aws;

  @TempDir Path home;

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectories(home.resolve(".aws/sso/cache"));
    aws =
        new ScriptedAws()
            .on(
                "GetCallerIdentity",
                ScriptedAws.result(
                    "GetCallerIdentity", "<Arn>arn:aws:iam::123456789012:user/ann</Arn>"))
            .on("AssumeRole", asked -> assumed("AssumeRole"))
            .on("AssumeRoleWithWebIdentity", asked -> assumed("AssumeRoleWithWebIdentity"))
            .on(
                "GET /federation/credentials",
                "{\"roleCredentials\": {\"accessKeyId\": \""
                    + TEMPORARY
                    + "\", \"secretAccessKey\": \"s\", \"sessionToken\": \"tok\", \"expiration\":"
                    + " 32472144000000}}")
            .on("GET /keys", KEYS)
            .on("PUT /latest/api/token", "t")
            .on("GET " + ROLES, "web")
            .on("GET " + ROLES + "web", KEYS);
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private static Reply assumed(String operation) {
    return new Reply(
        200,
        ScriptedAws.result(
            operation,
            "<Credentials><AccessKeyId>"
                + TEMPORARY
                + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>tok"
                + "</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>"));
  }

  private Run live(String config, String... variables) throws IOException {
    Files.writeString(home.resolve(".aws/config"), config);
    Path failure =
        Files.writeString(
            home.resolve("failure.txt"),
            "An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The"
                + " specified bucket does not exist\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home.toString());
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_ENDPOINT_URL", aws.url());
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9/");
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return Awsleuth.with(environment, failure.toString(), "--live");
  }

  /** The key and the token that the caller was asked for with. */
  private void signs(String key, String token) {
    List<Asked> asked = aws.asked("GetCallerIdentity");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().key()).isEqualTo(key);
    assertThat(asked.getFirst().token()).isEqualTo(token);
  }

  @Test
  void keys() throws IOException {
    live("", "AWS_ACCESS_KEY_ID", LONG_TERM, "AWS_SECRET_ACCESS_KEY", "s");
    signs(LONG_TERM, "");
  }

  @Test
  void keysWithASessionToken() throws IOException {
    live(
        "",
        "AWS_ACCESS_KEY_ID",
        TEMPORARY,
        "AWS_SECRET_ACCESS_KEY",
        "s",
        "AWS_SESSION_TOKEN",
        "own");
    signs(TEMPORARY, "own");
  }

  @Test
  void aChainOfRolesWithAnExternalId() throws IOException {
    live(
        "[default]\nexternal_id = shared-words\n"
            + ROLE
            + "source_profile = middle\n[profile middle]\n"
            + ROLE.replace("role/r", "role/middle")
            + "source_profile = base\n"
            + BASE);
    assertThat(aws.asked("AssumeRole"))
        .extracting(
            a -> a.key() + " " + a.fields().get("RoleArn") + " " + a.fields().get("ExternalId"))
        .containsExactly(
            LONG_TERM + " arn:aws:iam::123456789012:role/middle null",
            TEMPORARY + " arn:aws:iam::123456789012:role/r shared-words");
    signs(TEMPORARY, "tok");
  }

  @Test
  void webIdentity() throws IOException {
    Path token = Files.writeString(home.resolve("token"), "web-token");
    live(
        "",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        token.toString(),
        "AWS_ROLE_ARN",
        "arn:aws:iam::123456789012:role/r");
    assertThat(aws.asked("AssumeRoleWithWebIdentity").getFirst().fields())
        .containsEntry("WebIdentityToken", "web-token");
    signs(TEMPORARY, "tok");
  }

  @Test
  void aProcess() throws IOException {
    Path keys = Files.writeString(home.resolve("keys.json"), KEYS);
    live("[default]\ncredential_process = cat " + keys + "\n");
    signs(TEMPORARY, "tok");
  }

  @Test
  void theCacheOfALoginWithIdentityCenter() throws IOException {
    cache("corp", "2999-01-01T00:00:00Z");
    live(sso());
    signs(TEMPORARY, "tok");
  }

  /** A new token would be written into the cache, which is boto3's and the AWS CLI's to do. */
  @Test
  void aLoginThatHasExpiredIsNotRenewedAndThatIsSaid() throws IOException {
    cache("corp", "2020-01-01T00:00:00Z");
    String before = Files.readString(home.resolve(".aws/sso/cache/" + sha1("corp") + ".json"));
    Run run = live(sso());
    assertThat(run.err()).contains("not sent, since it would renew the login: run aws sso login");
    assertThat(aws.asked()).isEmpty();
    assertThat(home.resolve(".aws/sso/cache/" + sha1("corp") + ".json")).hasContent(before);
    assertThat(run.out()).contains("resource/bucket-not-found");
  }

  private static String sso() {
    return "[default]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Reader\n"
        + "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = "
        + START
        + "\n";
  }

  private void cache(String session, String end) throws IOException {
    Files.writeString(
        home.resolve(".aws/sso/cache/" + sha1(session) + ".json"),
        "{\"accessToken\": \"abc\", \"expiresAt\": \""
            + end
            + "\", \"refreshToken\": \"r\", \"clientId\": \"c\", \"clientSecret\": \"cs\","
            + " \"registrationExpiresAt\": \"2999-01-01T00:00:00Z\", \"startUrl\": \""
            + START
            + "\", \"region\": \"us-east-1\"}");
  }

  @Test
  void theContainerOfATask() throws IOException {
    live(
        "",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        aws.url() + "/keys",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "task-token");
    assertThat(aws.asked("GET /keys").getFirst().bearer()).isEqualTo("task-token");
    signs(TEMPORARY, "tok");
  }

  @Test
  void thePodIdentityOfACluster() throws IOException {
    Path token = Files.writeString(home.resolve("pod-token"), "pod-token");
    live(
        "",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        aws.url() + "/keys",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        token.toString());
    assertThat(aws.asked("GET /keys").getFirst().bearer()).isEqualTo("pod-token");
    signs(TEMPORARY, "tok");
  }

  @Test
  void theMetadataOfAnInstance() throws IOException {
    live("", "AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.url() + "/");
    signs(TEMPORARY, "tok");
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
