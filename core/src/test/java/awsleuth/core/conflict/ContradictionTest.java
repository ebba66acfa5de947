package awsleuth.core.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pieces of evidence that contradict each other, and such that only look so. */
class ContradictionTest {

  private static final String ROLE = "arn:aws:sts::444455556666:assumed-role/importer/run-7";

  private static final String DENIED =
      "An error occurred (AccessDeniedException) when calling the ListTables operation: User: "
          + ROLE
          + " is not authorized to perform: dynamodb:ListTables on resource:"
          + " arn:aws:dynamodb:eu-north-1:444455556666:table/* because no identity-based policy"
          + " allows the dynamodb:ListTables action";

  /** A text of SDK for Java, which has the request id. */
  private static final String WITH_ID =
      "2026-10-09T12:31:44.020Z ERROR software.amazon.awssdk.services.dynamodb.model."
          + "DynamoDbException: User: "
          + ROLE
          + " is not authorized to perform: dynamodb:ListTables on resource:"
          + " arn:aws:dynamodb:eu-north-1:444455556666:table/* because no identity-based policy"
          + " allows the dynamodb:ListTables action (Service: DynamoDb, Status Code: 400, Request"
          + " ID: Q9EXAMPLE7Z1B2C3D4E5F6)";

  private static final String LIST =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "List", "Effect": "Allow",
        "Action": "dynamodb:ListTables", "Resource": "*"%s}]}
      """;

  private static final String FROM_OFFICE =
      ", \"Condition\": {\"IpAddress\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}";

  private static Artifact log(String text) {
    return new Artifact("app.log", Kind.TRACEBACK, text + "\n");
  }

  private static Artifact policy(String name, String more) {
    return new Artifact(name, Kind.POLICY_IDENTITY, LIST.formatted(more));
  }

  private static String event(String more) {
    return """
    {"eventVersion": "1.11", "eventTime": "2026-10-09T12:31:44Z",
     "eventSource": "dynamodb.amazonaws.com", "eventName": "ListTables",
     "awsRegion": "eu-north-1", "errorCode": "AccessDenied",
     "userIdentity": {"type": "AssumedRole", "arn": "ARN", "accountId": "444455556666",
       "accessKeyId": "ASIAQQQQQQQQQQQQAAAA"},
     "requestID": "Q9EXAMPLE7Z1B2C3D4E5F6", "eventID": "e-1"MORE}
    """
        .replace("ARN", ROLE)
        .replace("MORE", more);
  }

  private static Artifact trail(String... events) {
    return new Artifact(
        "trail.json", Kind.TRAIL, "{\"Records\": [" + String.join(",", events) + "]}");
  }

  private static String write(String time, String document) {
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "iam.amazonaws.com",
     "eventName": "PutRolePolicy", "awsRegion": "us-east-1", "recipientAccountId": "444455556666",
     "userIdentity": {"arn": "arn:aws:iam::444455556666:user/ci"}, "eventID": "w-%s",
     "requestParameters": {"roleName": "importer", "policyName": "list", "policyDocument": "%s"}}
    """
        .formatted(time, time, document.strip().replace("\n", " ").replace("\"", "\\\""));
  }

  private static FailureDiagnosis diagnose(Artifact... artifacts) {
    List<Artifact> all = new ArrayList<>(List.of(artifacts));
    Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());
    FailureDiagnosis first = diagnoser.diagnose(all).failures().getFirst();
    Collections.shuffle(all, new Random(3));
    assertThat(diagnoser.diagnose(all).failures().getFirst().conflicts())
        .as("the order of the evidence does not matter")
        .isEqualTo(first.conflicts());
    return first;
  }

  private static List<Conflict> conflicts(Artifact... artifacts) {
    return conflicts(diagnose(artifacts));
  }

  /** Without that of AWS's words and the policy, which allows what was refused in all of these. */
  private static List<Conflict> conflicts(FailureDiagnosis diagnosis) {
    return diagnosis.conflicts().stream()
        .filter(c -> !c.what().equals("a policy given allows what AWS found none to allow"))
        .toList();
  }

  private static Conflict only(Artifact... artifacts) {
    List<Conflict> conflicts = conflicts(artifacts);
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.getFirst().says()).hasSizeGreaterThanOrEqualTo(2);
    return conflicts.getFirst();
  }

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
  void twoVersionsOfOnePolicyLeaveWhatRestsOnThemOpen() {
    FailureDiagnosis d =
        diagnose(
            log(DENIED),
            policy("a.json", FROM_OFFICE),
            policy("b.json", FROM_OFFICE.replace("/24", "/25")));
    assertThat(d.conflicts())
        .extracting(Conflict::what)
        .containsExactly("two versions of one policy are given");
    assertThat(d.verdicts())
        .filteredOn(v -> v.outcome() instanceof Outcome.Confirmed)
        .allSatisfy(v ->
            assertThat(((Outcome.Confirmed) v.outcome()).finding().because())
                .extracting(Citation::source)
                .noneMatch(s -> s.artifact().endsWith(".json")));
    assertThat(conflicts(log(DENIED), policy("a.json", ""), policy("b.json", ""))).isEmpty();
  }

  private static Artifact inline(String name, String owner, String policy, String table) {
    String document = LIST.formatted("").replace("\"*\"", "\"" + table + "\"");
    return new Artifact(
        name,
        Kind.ANY,
        "{\"RoleName\": \"%s\", \"PolicyName\": \"%s\", \"PolicyDocument\": %s}"
            .formatted(owner, policy, document));
  }

  @Test
  void anInlinePolicyIsOneByItsNameWhateverItsResources() {
    Artifact one = inline("a.json", "importer", "list", "*");
    Conflict c = only(log(DENIED), one, inline("b.json", "importer", "list", "arn:x"));
    assertThat(c.what()).isEqualTo("two versions of one policy are given");
    assertThat(c.says())
        .extracting(Citation::text)
        .containsExactly(
            "one version of `role/importer/list`", "another version of `role/importer/list`");
    assertThat(c.taken().toString())
        .contains("aws iam get-role-policy --role-name importer --policy-name list");
    assertThat(conflicts(log(DENIED), one, inline("b.json", "importer", "read", "arn:x")))
        .isEmpty();
    assertThat(conflicts(log(DENIED), one, inline("b.json", "importer", "list", "*"))).isEmpty();
    assertThat(
            conflicts(
                log(DENIED),
                inline("a.json", "other", "list", "*"),
                inline("b.json", "other", "list", "arn:x")))
        .as("policies of a role that does not call")
        .isEmpty();
  }

  @Test
  void policiesOfOtherResourcesOrOwnersAreNoVersions() {
    String other = LIST.formatted("").replace("\"*\"", "\"arn:aws:dynamodb:*:*:table/x\"");
    assertThat(
            conflicts(
                log(DENIED),
                policy("a.json", FROM_OFFICE),
                new Artifact("b.json", Kind.POLICY_IDENTITY, other)))
        .isEmpty();
    Artifact manifest =
        new Artifact(
            "awsleuth.json",
            Kind.MANIFEST,
            """
            {"files": {
              "a.json": {"attached_to": "arn:aws:iam::444455556666:role/importer"},
              "b.json": {"attached_to": "arn:aws:iam::444455556666:role/exporter"}}}
            """);
    assertThat(
            conflicts(log(DENIED), policy("a.json", FROM_OFFICE), policy("b.json", ""), manifest))
        .isEmpty();
  }

  @Test
  void aPolicyOlderThanTheTrailLeavesWhatRestsOnItOpen() {
    Artifact writes =
        trail(
            event(""),
            write("2026-10-01T08:00:00Z", LIST.formatted("")),
            write("2026-10-08T08:00:00Z", LIST.formatted(FROM_OFFICE)));
    Conflict older = only(log(DENIED), policy("role.json", ""), writes);
    assertThat(older.taken()).isInstanceOf(Conflict.Taken.None.class);
    assertThat(older.taken().words())
        .startsWith("the file is older: it is what `PutRolePolicy` wrote at 2026-10-01T08:00:00Z");
    assertThat(conflicts(log(DENIED), policy("role.json", FROM_OFFICE), writes)).isEmpty();
  }

  @Test
  void aPolicyWrittenAfterTheFailureIsNewer() {
    Artifact writes =
        trail(
            event(""),
            write("2026-10-08T08:00:00Z", LIST.formatted(FROM_OFFICE)),
            write("2026-10-10T08:00:00Z", LIST.formatted("")));
    assertThat(only(log(DENIED), policy("role.json", ""), writes).taken().words())
        .startsWith("the file is newer: it was written at 2026-10-10T08:00:00Z");
  }

  @Test
  void writesOfOtherRolesAndAccountsAndOtherPoliciesSayNothing() {
    String written = write("2026-10-08T08:00:00Z", LIST.formatted(FROM_OFFICE));
    Artifact file = policy("role.json", "");
    assertThat(conflicts(log(DENIED), file, trail(event(""), written.replace("importer", "x"))))
        .isEmpty();
    assertThat(
            conflicts(
                log(DENIED),
                file,
                trail(event(""), written.replace("444455556666", "111122223333"))))
        .isEmpty();
    assertThat(
            conflicts(
                log(DENIED),
                file,
                trail(event(""), written.replace("\\\"List\\\"", "\\\"Mail\\\""))))
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
