package awsleuth.core.conflict;

import static awsleuth.core.conflict.Contradicting.DENIED;
import static awsleuth.core.conflict.Contradicting.FROM_OFFICE;
import static awsleuth.core.conflict.Contradicting.LIST;
import static awsleuth.core.conflict.Contradicting.conflicts;
import static awsleuth.core.conflict.Contradicting.diagnose;
import static awsleuth.core.conflict.Contradicting.event;
import static awsleuth.core.conflict.Contradicting.log;
import static awsleuth.core.conflict.Contradicting.only;
import static awsleuth.core.conflict.Contradicting.policy;
import static awsleuth.core.conflict.Contradicting.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import org.junit.jupiter.api.Test;

/** Policies that contradict each other, or what the trail has of them. */
class PolicyContradictionTest {

  private static String write(String time, String document) {
    return """
    {"eventVersion": "1.11", "eventTime": "%s", "eventSource": "iam.amazonaws.com",
     "eventName": "PutRolePolicy", "awsRegion": "us-east-1", "recipientAccountId": "444455556666",
     "userIdentity": {"arn": "arn:aws:iam::444455556666:user/ci"}, "eventID": "w-%s",
     "requestParameters": {"roleName": "importer", "policyName": "list", "policyDocument": "%s"}}
    """
        .formatted(time, time, document.strip().replace("\n", " ").replace("\"", "\\\""));
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
  void whatAPolicySaidBeforeIsTakenWhereItWasWrittenAfterTheFailure() {
    String other = LIST.formatted("").replace("ListTables", "GetItem");
    Artifact writes =
        trail(
            event(""),
            write("2026-10-08T08:00:00Z", other),
            write("2026-10-10T08:00:00Z", LIST.formatted("")));
    FailureDiagnosis d = diagnose(log(DENIED), policy("role.json", ""), writes);
    Conflict newer = d.conflicts().getFirst();
    assertThat(d.conflicts()).hasSize(1);
    assertThat(newer.taken()).isInstanceOf(Conflict.Taken.One.class);
    assertThat(newer.taken().words())
        .startsWith("the file is newer: it was written at 2026-10-10T08:00:00Z");
    assertThat(d.verdicts().getFirst().outcome()).isInstanceOf(Outcome.Confirmed.class);
    Outcome.Confirmed first = (Outcome.Confirmed) d.verdicts().getFirst().outcome();
    assertThat(first.finding().because())
        .extracting(Citation::text)
        .contains("`identity/importer/list/policy` has no statement for the action")
        .anyMatch(t -> t.startsWith("`PutRolePolicy` of 2026-10-10T08:00:00Z"));
    assertThat(first.finding().fixes().getFirst().title())
        .startsWith("call again, without a change: `PutRolePolicy` of 2026-10-10T08:00:00Z");
  }

  @Test
  void aPolicyWrittenAfterTheFailureUnderAnotherNameLeavesOpenWhatRestsOnIt() {
    Artifact writes =
        trail(
            event(""),
            write("2026-10-08T08:00:00Z", LIST.formatted(FROM_OFFICE)),
            write("2026-10-10T08:00:00Z", LIST.formatted("")).replace("\"list\"", "\"lists\""));
    assertThat(only(log(DENIED), policy("role.json", ""), writes).taken())
        .isInstanceOf(Conflict.Taken.None.class);
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
}
