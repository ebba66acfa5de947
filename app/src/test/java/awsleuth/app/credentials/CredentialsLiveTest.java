package awsleuth.app.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.Loopback;
import awsleuth.testkit.MadeUpSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code awsleuth credentials --live} against a server of this machine. */
class CredentialsLiveTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/reports";
  private static final String END = "2999-01-01T00:00:00Z";

  @TempDir Path home;
  private Loopback server;
  private final String secret = new MadeUpSecrets(54).secretKey();

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    Files.createDirectories(home.resolve(".aws"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Command live(String variables, String config, String... more) throws IOException {
    Files.writeString(home.resolve(".aws/config"), config);
    Path env = Files.writeString(home.resolve("env"), variables + "PATH=/usr/bin:/bin\n");
    List<String> args =
        new java.util.ArrayList<>(
            List.of("credentials", "--home", home.toString(), "--env", env.toString()));
    args.addAll(List.of(more));
    Command c = Command.run(args.toArray(new String[0]));
    assertThat(MadeUpSecrets.pieceIn(c.out() + c.err(), secret, 8)).as(c.out()).isEmpty();
    return c;
  }

  private String json(String expiry) {
    return "{\"Version\": 1, \"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"SecretAccessKey\": \""
        + secret
        + "\", \"Token\": \""
        + secret
        + "\", \"SessionToken\": \""
        + secret
        + "\", \"Expiration\": \""
        + expiry
        + "\"}";
  }

  @Test
  void withoutTheOptionNothingIsAsked() throws IOException {
    server.on("GET /c", 200, json(END));
    Command c = live("AWS_CONTAINER_CREDENTIALS_FULL_URI=" + server.url() + "/c\n", "");
    assertThat(c.out()).contains("boto3 would ask container-role");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void theContainersEndpointIsAskedOnceWithItsToken() throws IOException {
    server.on("GET /c", 200, json(END));
    Command c =
        live(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI="
                + server.url()
                + "/c\nAWS_CONTAINER_AUTHORIZATION_TOKEN=abcdef\n",
            "",
            "--live");
    assertThat(c.out())
        .contains(
            "boto3 uses container-role", "ASIA…MPLE, with a session token", END.substring(0, 10))
        .contains("/c: 200");
    assertThat(server.asked()).containsExactly("GET /c Authorization=abcdef");
    assertThat(c.code()).isZero();
  }

  @Test
  void theMetadataServiceIsAskedWithAToken() throws IOException {
    server
        .on("PUT /latest/api/token", 200, "tok")
        .on("GET /latest/meta-data/iam/security-credentials/", 200, "web")
        .on("GET /latest/meta-data/iam/security-credentials/web", 200, json(END));
    Command c = live("AWS_EC2_METADATA_SERVICE_ENDPOINT=" + server.url() + "/\n", "", "--live");
    assertThat(c.out()).contains("boto3 uses iam-role", "ASIA…MPLE");
    assertThat(server.asked())
        .containsExactly(
            "PUT /latest/api/token",
            "GET /latest/meta-data/iam/security-credentials/ X-Aws-Ec2-Metadata-Token=tok",
            "GET /latest/meta-data/iam/security-credentials/web X-Aws-Ec2-Metadata-Token=tok");
  }

  @Test
  void aRoleIsAssumedWithASignedCall() throws IOException {
    server.on(
        "POST /",
        200,
        "<AssumeRoleResponse><AssumeRoleResult><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/reports/s</Arn>"
            + "</AssumedRoleUser><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>"
            + "<SecretAccessKey>"
            + secret
            + "</SecretAccessKey><SessionToken>"
            + secret
            + "</SessionToken><Expiration>"
            + END
            + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");
    Command c = live("AWS_ENDPOINT_URL_STS=" + server.url() + "\n", role(""), "--live");
    assertThat(c.out()).contains("boto3 uses assume-role", "ASIA…MPLE", "123456789012", ": 200");
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().getFirst())
        .contains("Credential=AKIAIOSFODNN7EXAMPLE/", "/eu-west-1/sts/aws4_request")
        .contains(
            "Action=AssumeRole", "RoleArn=arn%3Aaws%3Aiam", "RoleSessionName=botocore-session-1");
  }

  private String role(String more) {
    return "[default]\nregion = eu-west-1\nrole_arn = "
        + ROLE
        + "\nsource_profile = base\n"
        + more
        + "[profile base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
        + secret
        + "\n";
  }

  @Test
  void whereNobodyIsNoRoleIsAssumedThatNeedsACode() throws IOException {
    Command c =
        live(
            "AWS_ENDPOINT_URL_STS=" + server.url() + "\n",
            role("mfa_serial = arn:aws:iam::123456789012:mfa/kim\n"),
            "--live");
    assertThat(c.out())
        .contains(
            "not sent, since it needs a code of the MFA device arn:aws:iam::123456789012:mfa/kim");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void anSsoRoleIsAskedForWithTheTokenOfTheCache() throws IOException {
    Path cache = Files.createDirectories(home.resolve(".aws/sso/cache"));
    Files.writeString(
        cache.resolve(
            "75be4cc2d5b8a8bb12cb4c77ac27d54d2a60bb3e.json"
                .replace(
                    "75be4cc2d5b8a8bb12cb4c77ac27d54d2a60bb3e",
                    sha1("https://corp.awsapps.com/start"))),
        "{\"accessToken\": \"" + secret + "\", \"expiresAt\": \"" + END + "\"}");
    server.on(
        "GET /federation/credentials",
        200,
        "{\"roleCredentials\": {\"accessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"secretAccessKey\": \""
            + secret
            + "\", \"sessionToken\": \""
            + secret
            + "\", \"expiration\": 32472144000000}}");
    Command c =
        live(
            "AWS_ENDPOINT_URL_SSO=" + server.url() + "\n",
            """
            [default]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            sso_account_id = 123456789012
            sso_role_name = Reader
            """,
            "--live");
    assertThat(c.out()).contains("boto3 uses sso", "ASIA…MPLE", "/federation/credentials: 200");
    assertThat(server.asked())
        .containsExactly(
            "GET /federation/credentials?account_id=123456789012&role_name=Reader"
                + " X-Amz-Sso_bearer_token="
                + secret);
  }

  private static String sha1(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-1")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aProgramIsRunOnce() throws IOException {
    Path printed = Files.writeString(home.resolve("printed.json"), json(END));
    Path count = home.resolve("count");
    Path program =
        Files.writeString(
            home.resolve("get"), "#!/bin/sh\necho x >> " + count + "\ncat " + printed + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Command c = live("", "[default]\ncredential_process = " + program + "\n", "--live");
    assertThat(c.out()).contains("boto3 uses custom-process", "ASIA…MPLE", ": exit code 0");
    assertThat(Files.readString(count)).isEqualTo("x\n");
  }

  @Test
  void everyFailureIsOneLine() throws IOException {
    assertThat(live("", "[default]\ncredential_process = /no/such\n", "--live").out())
        .contains("run /no/such: there is no such program");
    assertThat(
            live(
                    "",
                    "[default]\ncredential_process = sh -c 'echo " + secret + " >&2; exit 3'\n",
                    "--live")
                .out())
        .contains("run sh: exit code 3", "boto3 raises CredentialRetrievalError");
    String url = server.url();
    server.close();
    assertThat(live("AWS_EC2_METADATA_SERVICE_ENDPOINT=" + url + "/\n", "", "--live").out())
        .contains("boto3 finds no credentials", "/latest/api/token: connection refused");
    assertThat(live("AWS_ENDPOINT_URL_STS=" + url + "\n", role(""), "--live").out())
        .contains(ROLE + ": connection refused");
  }

  @Test
  void programsThatPrintSecretsTellNone() throws IOException {
    for (String printed :
        List.of(
            secret,
            "[1, " + secret + "]",
            "{\"Version\": \"" + secret + "\"}",
            "{\"Version\": 1, \"AccessKeyId\": \"" + secret + "\"}",
            "{\"Version\": 1, \"AccessKeyId\": \""
                + secret
                + "\", \"SecretAccessKey\": \"a\","
                + " \"Expiration\": \""
                + secret
                + "\"}")) {
      for (String form : List.of("text", "json", "markdown")) {
        for (String more : List.of("", " --key " + secret)) {
          String program = "echo '" + printed + "'" + more;
          String config = "[default]\ncredential_process = " + program + "\n";
          live("", config, "--live", "--format", form);
        }
      }
    }
  }

  @Test
  void answersWithSecretsInOddPlacesTellNone() throws IOException {
    for (String body :
        List.of(secret, "{\"Code\": \"" + secret + "\"}", "[\"" + secret + "\"]", json(secret))) {
      for (int status : List.of(200, 403, 500)) {
        server
            .on("PUT /latest/api/token", status, secret)
            .on("GET /latest/meta-data/iam/security-credentials/", status, secret)
            .on("GET /latest/meta-data/iam/security-credentials/" + secret, status, body)
            .on("POST /", status, "<Error><Code>" + body + "</Code></Error>");
        for (String form : List.of("text", "json", "markdown")) {
          live(
              "AWS_EC2_METADATA_SERVICE_ENDPOINT=" + server.url() + "/\n",
              "",
              "--live",
              "--format",
              form);
          live("AWS_ENDPOINT_URL_STS=" + server.url() + "\n", role(""), "--live", "--format", form);
        }
      }
    }
  }
}
