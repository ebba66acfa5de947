package awsleuth.core.conflict;

import static awsleuth.core.conflict.Contradicting.DENIED;
import static awsleuth.core.conflict.Contradicting.FROM_OFFICE;
import static awsleuth.core.conflict.Contradicting.LIST;
import static awsleuth.core.conflict.Contradicting.ROLE;
import static awsleuth.core.conflict.Contradicting.conflicts;
import static awsleuth.core.conflict.Contradicting.event;
import static awsleuth.core.conflict.Contradicting.log;
import static awsleuth.core.conflict.Contradicting.only;
import static awsleuth.core.conflict.Contradicting.policy;
import static awsleuth.core.conflict.Contradicting.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import org.junit.jupiter.api.Test;

/** Pieces of evidence that contradict each other, and such that only look so. */
class ContradictionTest {

  /** A text of SDK for Java, which has the request id. */
  private static final String WITH_ID =
      "2026-10-09T12:31:44.020Z ERROR software.amazon.awssdk.services.dynamodb.model."
          + "DynamoDbException: User: "
          + ROLE
          + " is not authorized to perform: dynamodb:ListTables on resource:"
          + " arn:aws:dynamodb:eu-north-1:444455556666:table/* because no identity-based policy"
          + " allows the dynamodb:ListTables action (Service: DynamoDb, Status Code: 400, Request"
          + " ID: Q9EXAMPLE7Z1B2C3D4E5F6)";

  @Test
  void theEnvironmentsRegionIsNotThatOfTheHost() {
    String host =
        "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:"
            + " \"https://dynamodb.eu-central-1.amazonaws.com/\"";
    Conflict c =
        only(log(host), new Artifact("env.txt", Kind.ENV, "AWS_DEFAULT_REGION=eu-west-1\n"));
    assertThat(c.kind()).isEqualTo("region");
    assertThat(c.says())
        .extracting(s -> s.source().toString())
        .containsExactly("env.txt:1", "app.log:1");
    assertThat(c.taken().words()).startsWith("`eu-central-1` is taken");
    assertThat(
            conflicts(
                log(host), new Artifact("env.txt", Kind.ENV, "AWS_DEFAULT_REGION=eu-central-1\n")))
        .isEmpty();
  }

  @Test
  void aRegionThatBotoDoesNotReadOrThatAServiceDoesNotHaveContradictsNothing() {
    Artifact env = new Artifact("env.txt", Kind.ENV, "AWS_REGION=eu-west-1\n");
    assertThat(
            conflicts(
                log(
                    "EndpointConnectionError: Could not connect to the endpoint URL:"
                        + " \"https://dynamodb.eu-central-1.amazonaws.com/\""),
                env))
        .isEmpty();
    assertThat(
            conflicts(
                log(
                    "EndpointConnectionError: Could not connect to the endpoint URL:"
                        + " \"https://organizations.us-east-1.amazonaws.com/\""),
                new Artifact("env.txt", Kind.ENV, "AWS_DEFAULT_REGION=eu-west-1\n")))
        .isEmpty();
  }

  @Test
  void theEventIsOfAnotherCaller() {
    String other = event("").replace("importer/run-7", "exporter/run-9");
    Conflict c = only(log(DENIED), new Artifact("event.json", Kind.TRAIL, other));
    assertThat(c.kind()).isEqualTo("principal");
    assertThat(c.taken().words()).contains("the event is not taken for the call's");
    assertThat(conflicts(log(DENIED), new Artifact("event.json", Kind.TRAIL, event("")))).isEmpty();
  }

  @Test
  void otherCallersInATrailOfManyContradictNothing() {
    String other = event("").replace("importer/run-7", "exporter/run-9").replace("e-1", "e-2");
    String third = event("").replace("importer/run-7", "reporter/run-1").replace("e-1", "e-3");
    assertThat(conflicts(log(DENIED), trail(other, third))).isEmpty();
  }

  @Test
  void twoCodesAreToldOfOneRequest() {
    String text =
        "software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException: Requested"
            + " resource not found (Service: DynamoDb, Status Code: 400, Request ID:"
            + " Q9EXAMPLE7Z1B2C3D4E5F6)";
    assertThat(conflicts(log(text), trail(event(""))))
        .extracting(Conflict::kind)
        .contains("error-code");
    String denied =
        text.replace(
            "ResourceNotFoundException: Requested resource not found", "AccessDeniedException: no");
    assertThat(conflicts(log(denied), trail(event(""))))
        .extracting(Conflict::kind)
        .doesNotContain("error-code");
  }

  @Test
  void theEnvironmentsKeyDidNotSign() {
    Artifact env = new Artifact("env.txt", Kind.ENV, "AWS_ACCESS_KEY_ID=ASIAQQQQQQQQQQQQBBBB\n");
    assertThat(only(log(DENIED), trail(event("")), env).kind()).isEqualTo("access-key");
    assertThat(
            conflicts(
                log(DENIED),
                trail(event("")),
                new Artifact("env.txt", Kind.ENV, "AWS_ACCESS_KEY_ID=ASIAQQQQQQQQQQQQAAAA\n")))
        .isEmpty();
    assertThat(
            conflicts(
                log(DENIED),
                trail(event("")),
                new Artifact("env.txt", Kind.ENV, "AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQBBBB\n")))
        .as("a program with a user's key assumes a role")
        .isEmpty();
  }

  @Test
  void theCallersAccountIsToldDifferently() {
    Artifact env = new Artifact("env.txt", Kind.ENV, "AWS_ACCOUNT_ID=111122223333\n");
    assertThat(only(log(DENIED), env).kind()).isEqualTo("account");
    assertThat(
            conflicts(
                log(DENIED), new Artifact("env.txt", Kind.ENV, "AWS_ACCOUNT_ID=444455556666\n")))
        .isEmpty();
    String changed =
        event("").replace("\"accountId\": \"444455556666\"", "\"accountId\": \"111122223333\"");
    assertThat(only(log(DENIED), trail(changed)).taken().words()).startsWith("the ARN is taken");
  }

  @Test
  void theLogsClockIsWrong() {
    Conflict c = only(log(WITH_ID.replace("12:31", "12:59")), trail(event("")));
    assertThat(c.kind()).isEqualTo("clock");
    assertThat(c.what()).contains("28 minutes apart");
    assertThat(conflicts(log(WITH_ID), trail(event("")))).isEmpty();
    assertThat(conflicts(log(WITH_ID.replace("12:31:44.020Z", "14:31:44,020")), trail(event(""))))
        .as("a time without a zone")
        .isEmpty();
  }

  @Test
  void theManifestDoesNotFitTheFile() {
    Artifact trust =
        new Artifact(
            "p.json",
            Kind.POLICY_IDENTITY,
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
              "Action": "dynamodb:ListTables", "Resource": "*"}]}
            """);
    Artifact manifest =
        new Artifact(
            "awsleuth.json",
            Kind.MANIFEST,
            "{\"files\": {\"p.json\": {\"kind\": \"policy:identity\"}}}");
    assertThat(conflicts(log(DENIED), trust, manifest))
        .extracting(Conflict::kind)
        .contains("manifest");
    Artifact good =
        new Artifact(
            "awsleuth.json",
            Kind.MANIFEST,
            "{\"files\": {\"a.json\": {\"kind\": \"policy:identity\"}}}");
    assertThat(conflicts(log(DENIED), policy("a.json", FROM_OFFICE), good)).isEmpty();
  }

  @Test
  void theSimulatorDecidesOtherwise() {
    Artifact simulation =
        new Artifact(
            "simulation.json",
            Kind.SIMULATION,
            """
            {"EvaluationResults": [{"EvalActionName": "dynamodb:ListTables",
              "EvalResourceName": "arn:aws:dynamodb:eu-north-1:444455556666:table/*",
              "EvalDecision": "DECISION", "MatchedStatements": [], "MissingContextValues": []}]}
            """);
    Artifact role =
        new Artifact(
            "role.json",
            Kind.POLICY_IDENTITY,
            LIST.formatted("").replace("dynamodb:ListTables", "dynamodb:GetItem"));
    Conflict c = only(log(DENIED), role, with(simulation, "allowed"));
    assertThat(c.kind()).isEqualTo("simulation");
    assertThat(c.says()).extracting(s -> s.source().artifact()).contains("simulation.json");
    assertThat(conflicts(log(DENIED), role, with(simulation, "implicitDeny"))).isEmpty();
  }

  private static Artifact with(Artifact simulation, String decision) {
    return new Artifact(
        simulation.name(), simulation.kind(), simulation.text().replace("DECISION", decision));
  }

  @Test
  void aTextAloneContradictsNothing() {
    assertThat(conflicts(log(DENIED))).isEmpty();
  }
}
