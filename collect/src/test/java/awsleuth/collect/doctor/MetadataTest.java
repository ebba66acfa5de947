package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.collect.probe.ContainerProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Deadline;
import awsleuth.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Instance metadata and containers' endpoints, as they answer and as they fail. */
class MetadataTest {

  private static final String KEYS =
      "{\"Code\": \"Success\", \"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\", \"SecretAccessKey\":"
          + " \"sEcReTsEcReT\", \"Token\": \"tOkEnToKeN\", \"Expiration\":"
          + " \"2999-01-01T00:00:00Z\"}";

  private static String ok(String body) {
    return ScriptedServer.answer("200 OK", "", body);
  }

  private static String metadata(String request) {
    if (request.startsWith("PUT /latest/api/token ")) {
      return ok("a-token");
    }
    if (!request.toLowerCase(java.util.Locale.ROOT).contains("x-aws-ec2-metadata-token: a-token")) {
      return ScriptedServer.answer("401 Unauthorized", "", "");
    }
    return request.contains("/web ") ? ok(KEYS) : ok("web");
  }

  private static Examination examined(ScriptedServer.Talk talk) throws IOException {
    try (ScriptedServer server = ScriptedServer.of(talk)) {
      return on(server).examine();
    }
  }

  private static Machine on(ScriptedServer metadata) {
    return new Machine()
        .without("AWS_ACCESS_KEY_ID")
        .without("AWS_EC2_METADATA_DISABLED")
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.http())
        .endpoint("http://127.0.0.1:1");
  }

  private static Result result(UnaryOperator<String> script) throws IOException {
    return Machine.step(examined(ScriptedServer.answering(script)), StepKind.METADATA).result();
  }

  @Test
  void theRoleOfAnInstanceIsNamedAndItsKeysAreNot() throws IOException {
    Examination examination = examined(ScriptedServer.answering(MetadataTest::metadata));
    assertThat(Machine.step(examination, StepKind.METADATA).result())
        .isInstanceOf(Result.Ok.class)
        .extracting(Result::words)
        .isEqualTo("IMDSv2, role web");
    assertThat(Machine.step(examination, StepKind.CREDENTIALS).result().words())
        .startsWith("iam-role, key ASIA…MPLE with a session token, until 2999-01-01");
    assertThat(examination.evidence().toString())
        .doesNotContain("sEcReTsEcReT", "tOkEnToKeN", "a-token");
  }

  @Test
  void keysWhoseEndIsPastAreFoundThoughBotocorePutsItOff() throws IOException {
    String past = KEYS.replace("2999-01-01T00", "2020-01-01T00");
    Examination examination =
        examined(ScriptedServer.answering(r -> r.contains("/web ") ? ok(past) : metadata(r)));
    assertThat(Machine.step(examination, StepKind.METADATA).result())
        .isInstanceOf(Result.Finding.class)
        .extracting(Result::words)
        .asString()
        .startsWith("IMDSv2, role web: its keys ended at 2020-01-01T00:00:00Z, botocore uses");
    assertThat(Machine.step(examination, StepKind.CREDENTIALS).result().words())
        .contains(
            ", until 2020-01-01T00:00:00Z (botocore puts that off to 17 to 25 minutes from now)");
  }

  @Test
  void theServiceSaysWhatTimeItIsAndNotThisMachine() throws IOException {
    String past = KEYS.replace("2999-01-01T00", "2020-01-01T00");
    assertThat(keys(past, "Tue, 31 Dec 2019 18:00:00 GMT")).isEqualTo("IMDSv2, role web");
    assertThat(keys(past, "Wed, 1 Jan 2020 00:00:01 GMT"))
        .contains("ended at 2020-01-01T00:00:00Z");
    assertThat(keys(past.replace("00Z", "00+0000"), "Wed, 1 Jan 2020 00:00:01 GMT"))
        .as("as dateutil reads it")
        .contains("ended at 2020-01-01T00:00:00Z");
    assertThat(keys(past.replace("00Z", "00+0000"), "soon")).contains("ended at");
  }

  /** What is said of keys that come at a time by the service's word. */
  private static String keys(String keys, String date) throws IOException {
    String dated = ScriptedServer.answer("200 OK", "Date: " + date, keys);
    return result(r -> r.contains("/web ") ? dated : metadata(r)).words();
  }

  @Test
  void whatStandsForTheKeysOfARoleIsKept() throws IOException {
    String refused = "{\"Code\": \"AssumeRoleUnauthorizedAccess\", \"Message\": \"no\"}";
    assertThat(result(r -> r.contains("/web ") ? ok(refused) : metadata(r)).facts())
        .containsEntry("code", "AssumeRoleUnauthorizedAccess")
        .containsEntry("role", "web");
    Result lacking = result(r -> r.contains("/web ") ? ok("{\"Code\":\"Success\"}") : metadata(r));
    assertThat(lacking.words())
        .isEqualTo("IMDSv2, role web: no keys (its answer has no AccessKeyId)");
    assertThat(lacking.facts()).containsEntry("lacks", "AccessKeyId");
    assertThat(result(r -> r.contains("/web ") ? ok("<html>") : metadata(r)))
        .isInstanceOf(Result.Finding.class)
        .extracting(Result::words)
        .isEqualTo("IMDSv2, role web: no keys (its answer is no JSON)");
  }

  @Test
  void whatIsNoNameOfARoleIsAskedForAllTheSame() throws IOException {
    Examination examination =
        examined(
            ScriptedServer.answering(r ->
                r.startsWith("PUT ")
                    ? ok("a-token")
                    : r.contains("/%3Cb%3Ea%20b%3C/b%3Ec ") ? ok(KEYS) : ok("<b>a b</b>\nc")));
    assertThat(Machine.step(examination, StepKind.METADATA).result()).isInstanceOf(Result.Ok.class);
    assertThat(Machine.step(examination, StepKind.CREDENTIALS).result().words())
        .startsWith("iam-role, key ASIA…MPLE");
  }

  @Test
  void aContainersKeysWhoseEndIsPastAreFound() throws IOException {
    String past = KEYS.replace("2999-01-01T00", "2020-01-01T00");
    try (ScriptedServer server = ScriptedServer.of(ScriptedServer.answering(_ -> ok(past)))) {
      Examination examination =
          new Machine()
              .without("AWS_ACCESS_KEY_ID")
              .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.http() + "/keys")
              .endpoint("http://127.0.0.1:1")
              .examine();
      assertThat(Machine.step(examination, StepKind.CONTAINER).result().words())
          .endsWith("/keys gives credentials that ended at 2020-01-01T00:00:00Z");
    }
  }

  @Test
  void aTokenThatDoesNotComeIsAHopLimit() throws IOException {
    Examination examination =
        examined(
            ScriptedServer.answeringSome(r ->
                r.startsWith("PUT")
                    ? Optional.empty()
                    : Optional.of(ScriptedServer.answer("401 Unauthorized", "", ""))));
    assertThat(Machine.step(examination, StepKind.METADATA).result())
        .isInstanceOf(Result.Finding.class)
        .extracting(Result::words)
        .isEqualTo("it answers (401), but the token does not come: the hop limit is too low");
  }

  @Test
  void aListThatIsSlowIsNoHopLimit() throws IOException {
    Examination examination =
        examined(
            ScriptedServer.answeringSome(r ->
                Optional.of(r).filter(put -> put.startsWith("PUT")).map(MetadataTest::metadata)));
    assertThat(Machine.step(examination, StepKind.METADATA).result().words())
        .startsWith("IMDSv2, but the list of roles or the keys do not come: no answer within 1 s");
    assertThat(Machine.step(examination, StepKind.METADATA).result().facts())
        .containsEntry("state", "BAD");
  }

  @Test
  void whereKeysAreGivenWithoutTheTokenThatDoesNotComeNothingIsWrong() throws IOException {
    ScriptedServer.Talk v1 =
        ScriptedServer.answeringSome(r ->
            r.startsWith("PUT")
                ? Optional.empty()
                : Optional.of(r.contains("/web ") ? ok(KEYS) : ok("web")));
    assertThat(Machine.step(examined(v1), StepKind.METADATA).result())
        .isInstanceOf(Result.Ok.class)
        .extracting(Result::words)
        .isEqualTo("IMDSv1 alone (the token does not come), role web");
    try (ScriptedServer server = ScriptedServer.of(v1)) {
      Examination forbidden = on(server).set("AWS_EC2_METADATA_V1_DISABLED", "true").examine();
      assertThat(Machine.step(forbidden, StepKind.METADATA).result())
          .isInstanceOf(Result.Finding.class)
          .extracting(Result::words)
          .isEqualTo(
              "the token does not come, and botocore is told not to go on without one"
                  + " (ec2_metadata_v1_disabled)");
    }
  }

  @Test
  void anInstanceWithoutARoleIsToldFromOneThatRefuses() throws IOException {
    assertThat(
            result(r ->
                    r.startsWith("PUT ")
                        ? ok("a-token")
                        : ScriptedServer.answer("404 Not Found", "", ""))
                .words())
        .isEqualTo("IMDSv2, but the instance has no role");
    assertThat(
            result(r ->
                    r.startsWith("PUT ")
                        ? ScriptedServer.answer("404 Not Found", "", "")
                        : r.contains("/web ") ? ok(KEYS) : ok("web"))
                .words())
        .isEqualTo("IMDSv1 alone (the token is answered with 404), role web");
    assertThat(
            result(r ->
                    r.contains("/web ")
                        ? ok("{\"Code\": \"AssumeRoleUnauthorizedAccess\"}")
                        : r.startsWith("PUT ") ? ok("a-token") : ok("web"))
                .words())
        .isEqualTo("IMDSv2, role web: no keys (200 AssumeRoleUnauthorizedAccess)");
    assertThat(
            result(r -> r.startsWith("PUT ") ? ok("a-token") : ok("<html>not found</html>"))
                .words())
        .isEqualTo(
            "IMDSv2, with no name of a role where that is to be: no keys (its answer is no JSON)");
  }

  @Test
  void whatForbidsAllIsSwitchedOff() throws IOException {
    Result result = result(_ -> ScriptedServer.answer("403 Forbidden", "", ""));
    assertThat(result.words())
        .isEqualTo("it answers 403 (Forbidden): it is switched off, or none is there");
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Finding.class, f -> assertThat(f.facts()).containsEntry("state", "OFF"));
  }

  @Test
  void whereNobodyNeedsItNothingIsWrongWithoutIt() throws IOException {
    try (ScriptedServer sts = ScriptedServer.of(Machine.sts(0))) {
      Examination examination =
          new Machine()
              .without("AWS_EC2_METADATA_DISABLED")
              .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1/")
              .endpoint(sts.http())
              .examine();
      Result result = Machine.step(examination, StepKind.METADATA).result();
      assertThat(result).isInstanceOf(Result.Ok.class);
      assertThat(result.words()).endsWith("nothing listens on port 1; not needed");
    }
  }

  @Test
  void aContainersEndpointIsAskedWithItsToken() throws IOException {
    assertThat(container("Bearer-x").words()).endsWith("/keys gives credentials");
    Result refused = container("other-token");
    assertThat(refused).isInstanceOf(Result.Finding.class);
    assertThat(refused.words())
        .endsWith("/keys answers 403 without credentials: no id: ***; the same as (4)");
  }

  @Test
  void whatAContainersEndpointGivesIsTakenAsBotocoreTakesIt() throws IOException {
    assertThat(raised("{\"AccessKeyId\": \"ASIAIOSFODNN7EXAMPLE\"}"))
        .isEqualTo("KeyError: 'SecretAccessKey'");
    assertThat(raised("{\"Message\": \"no AccessKeyId\"}")).isEqualTo("KeyError: 'AccessKeyId'");
    assertThat(raised("AccessKeyId"))
        .endsWith("Unable to parse JSON returned from container metadata services");
  }

  private static String raised(String body) throws IOException {
    try (ScriptedServer server = ScriptedServer.of(ScriptedServer.answering(_ -> ok(body)))) {
      Result result =
          ContainerProbe.of(server.http() + "/keys", Map.of(), Deadline.in(Duration.ofSeconds(10)));
      return result instanceof Result.Finding f ? f.raised() : "";
    }
  }

  private static Result container(String token) throws IOException {
    try (ScriptedServer server =
        ScriptedServer.of(
            ScriptedServer.answering(r ->
                r.contains("Authorization: Bearer-x")
                    ? ok(KEYS)
                    : ScriptedServer.answer("403 Forbidden", "", "no id:\nother-token")))) {
      Examination examination =
          new Machine()
              .without("AWS_ACCESS_KEY_ID")
              .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.http() + "/keys")
              .set("AWS_CONTAINER_AUTHORIZATION_TOKEN", token)
              .endpoint("http://127.0.0.1:1")
              .examine();
      assertThat(examination.evidence().toString()).doesNotContain("sEcReTsEcReT", "Bearer-x");
      return Machine.step(examination, StepKind.CONTAINER).result();
    }
  }

  @Test
  void byHandTheTokenIsTakenFromWhereItIs() throws IOException {
    try (ScriptedServer server = ScriptedServer.of(ScriptedServer.answering(_ -> ok(KEYS)))) {
      Examination examination =
          new Machine()
              .without("AWS_ACCESS_KEY_ID")
              .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.http() + "/keys")
              .set("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/run/token")
              .file("/run/token", "Bearer-x")
              .endpoint("http://127.0.0.1:1")
              .examine();
      assertThat(Machine.step(examination, StepKind.CONTAINER).commands())
          .singleElement()
          .asString()
          .contains("-H \"Authorization: $(cat \"$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE\")\" ");
    }
  }
}
