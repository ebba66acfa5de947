package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.e2e.AnsweringServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code awsleuth credentials --live} beside boto3, against one server: the same questions, and the
 * same credentials or exception.
 */
class LiveCredentialsTest {

  private static final String KEYS =
      "{\"Version\": 1, \"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"SecretAccessKey\": \"s\","
          + " \"Token\": \"t\", \"SessionToken\": \"t\", \"Expiration\": \"2999-01-01T00:00:00Z\"}";
  private static final String STS =
      "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult>"
          + "<AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn>"
          + "<AssumedRoleId>AROAEXAMPLE:s</AssumedRoleId></AssumedRoleUser><Credentials>"
          + "<AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
          + "<SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>"
          + "</Credentials></AssumeRoleResult></AssumeRoleResponse>";
  private static final String DENIED =
      "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message>"
          + "</Error></ErrorResponse>";
  private static final String SSO =
      "{\"roleCredentials\": {\"accessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"secretAccessKey\":"
          + " \"s\", \"sessionToken\": \"t\", \"expiration\": 32472144000000}}";
  private static final String START = "https://corp.awsapps.com/start";
  private static final String ROLES = "/latest/meta-data/iam/security-credentials/";

  private static final String BASE =
      "[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\n";
  private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/r\n";

  /** An environment and a config file, with {@code SERVER} and {@code HOME} in their places. */
  private record Given(String name, Map<String, String> environment, String config) {}

  private static final List<Given> CASES =
      List.of(
          new Given(
              "container",
              Map.of(
                  "AWS_CONTAINER_CREDENTIALS_FULL_URI", "SERVER/keys",
                  "AWS_CONTAINER_AUTHORIZATION_TOKEN", "abc"),
              ""),
          new Given(
              "container fails", Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "SERVER/broken"), ""),
          new Given("metadata", Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "SERVER/"), ""),
          new Given(
              "metadata without a role",
              Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", "SERVER/none/"),
              ""),
          new Given(
              "metadata that may not be waited for",
              Map.of(
                  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                  "SERVER/",
                  "AWS_METADATA_SERVICE_TIMEOUT",
                  "0"),
              ""),
          new Given(
              "metadata that is never asked",
              Map.of(
                  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                  "SERVER/",
                  "AWS_METADATA_SERVICE_TIMEOUT",
                  "-2"),
              "[default]\nmetadata_service_num_attempts = 0\n"),
          new Given(
              "metadata asked a number of times that is none",
              Map.of("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "x"),
              ""),
          new Given(
              "role",
              Map.of("AWS_ENDPOINT_URL_STS", "SERVER"),
              "[default]\nregion = eu-west-1\nexternal_id = abc\nduration_seconds = 900\n"
                  + ROLE
                  + "source_profile = base\n"
                  + BASE),
          new Given(
              "role by role",
              Map.of("AWS_ENDPOINT_URL_STS", "SERVER"),
              "[default]\nregion = eu-west-1\n"
                  + ROLE
                  + "source_profile = middle\n"
                  + "[profile middle]\n"
                  + ROLE
                  + "source_profile = base\n"
                  + BASE),
          new Given(
              "role denied",
              Map.of("AWS_ENDPOINT_URL_STS", "SERVER/denied"),
              "[default]\nregion = eu-west-1\n" + ROLE + "source_profile = base\n" + BASE),
          new Given(
              "web identity",
              Map.of("AWS_ENDPOINT_URL_STS", "SERVER/web"),
              "[default]\nregion = eu-west-1\n" + ROLE + "web_identity_token_file = HOME/token\n"),
          new Given(
              "sso",
              Map.of("AWS_ENDPOINT_URL_SSO", "SERVER"),
              "[default]\nsso_start_url = "
                  + START
                  + "\nsso_region = eu-west-1\n"
                  + "sso_account_id = 123456789012\nsso_role_name = Reader\n"),
          new Given("program", Map.of(), "[default]\ncredential_process = cat HOME/keys.json\n"),
          new Given("program fails", Map.of(), "[default]\ncredential_process = cat HOME/none\n"),
          new Given("no program", Map.of(), "[default]\ncredential_process = HOME/none\n"));

  private static final Map<String, Reply> REPLIES =
      Map.of(
          "GET /keys",
          new Reply(200, KEYS),
          "GET /broken",
          new Reply(500, "no"),
          "PUT /latest/api/token",
          new Reply(200, "tok"),
          "GET " + ROLES,
          new Reply(200, "web"),
          "GET " + ROLES + "web",
          new Reply(200, KEYS),
          "POST /",
          new Reply(200, STS),
          "POST /denied",
          new Reply(403, DENIED),
          "POST /web",
          new Reply(200, STS.replace("AssumeRoleRes", "AssumeRoleWithWebIdentityRes")),
          "GET /federation/credentials",
          new Reply(200, SSO));

  @TempDir Path home;

  @Test
  void boto3IsAskedAndAnsweredTheSame() throws IOException {
    Python python = Python.get();
    Files.createDirectories(home.resolve(".aws/sso/cache"));
    Files.writeString(home.resolve("token"), "web-token");
    Files.writeString(home.resolve("keys.json"), KEYS);
    Files.writeString(
        home.resolve(".aws/sso/cache/" + sha1(START) + ".json"),
        "{\"accessToken\": \"abc\", \"expiresAt\": \"2999-01-01T00:00:00Z\"}");
    try (AnsweringServer server = new AnsweringServer(REPLIES)) {
      for (Given each : CASES) {
        Map<String, String> environment = environment(each, server.url());
        Files.writeString(
            home.resolve(".aws/config"), each.config().replace("HOME", home.toString()));
        String theirs = boto3(python, environment);
        List<String> askedByThem = server.asked();
        String ours = ours(environment);
        List<String> askedByUs =
            server.asked().stream().map(LiveCredentialsTest::withoutBodyHash).toList();
        assertThat(ours).as(each.name()).isEqualTo(theirs);
        assertThat(askedByUs).as(each.name()).isEqualTo(askedByThem);
      }
    }
  }

  /** The SDK signs a header with the hash of the body, which botocore does for S3 alone. */
  private static String withoutBodyHash(String line) {
    return line.replace(";x-amz-content-sha256", "");
  }

  private Map<String, String> environment(Given given, String server) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9/");
    given.environment().forEach((n, v) -> environment.put(n, v.replace("SERVER", server)));
    return environment;
  }

  private static String boto3(Python python, Map<String, String> environment) throws IOException {
    String program =
        Path.of("src", "test", "python", "live_credentials.py").toAbsolutePath().toString();
    Map<String, String> more = new LinkedHashMap<>(environment);
    String base = System.getenv("PYTHONUSERBASE");
    more.put(
        "PYTHONUSERBASE",
        base == null ? Path.of(System.getProperty("user.home"), ".local").toString() : base);
    Run run = Run.of(List.of(python.python(), "-B", program), "", more);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<String, @Nullable Object> got = JsonLines.object(run.out());
    return got.containsKey("raises")
        ? "raises " + got.get("raises")
        : got.get("method") + " " + got.get("key") + " " + got.get("token");
  }

  private String ours(Map<String, String> environment) throws IOException {
    String variables =
        environment.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    Path env = Files.writeString(home.resolve("env"), variables);
    Run run = Awsleuth.run("credentials", "--live", "--format", "json", "--env", env.toString());
    assertThat(run.err()).isEmpty();
    Map<String, @Nullable Object> boto3 = map(JsonLines.object(run.out()).get("boto3"));
    Map<String, @Nullable Object> got = map(boto3.get("credentials"));
    if (got.get("raises") instanceof Map<?, ?> raises) {
      return "raises " + simple(String.valueOf(raises.get("exception")));
    }
    if (String.valueOf(got.get("first_call")).startsWith("raises ")) {
      return String.valueOf(got.get("first_call")).split(":", 2)[0];
    }
    return got.containsKey("none")
        ? " null null"
        : got.get("method") + " " + got.get("access_key") + " " + got.get("session_token");
  }

  @SuppressWarnings("unchecked") // objects of JSON are maps with texts as keys
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : Map.of();
  }

  private static String simple(String exception) {
    return exception.substring(exception.lastIndexOf('.') + 1);
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
