package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy beside failures of several callers is nobody's until something tells whose it is. */
class WhosePolicyTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String WEB = "arn:aws:sts::111122223333:assumed-role/web/i-1";
  private static final String WORKER = "arn:aws:sts::111122223333:assumed-role/web-worker/i-2";
  private static final String OTHER = "arn:aws:sts::444455556666:assumed-role/report/x";

  private static String denied(String caller, String action, String resource) {
    return "An error occurred (AccessDenied) when calling the "
        + action.substring(action.indexOf(':') + 1)
        + " operation: User: "
        + caller
        + " is not authorized to perform: "
        + action
        + " on resource: "
        + resource
        + " because no identity-based policy allows the "
        + action
        + " action\n";
  }

  private static String table(String account) {
    return "arn:aws:dynamodb:eu-west-1:" + account + ":table/orders";
  }

  private static String policy(String action, String resource) {
    return """
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "%s", "Resource": "%s"}
    ]}
    """
        .formatted(action, resource);
  }

  /** The finding of the failure that tells of an action. */
  private static Finding finding(String action, String log, Artifact... policies) {
    List<Artifact> all = new java.util.ArrayList<>(List.of(policies));
    all.add(new Artifact("app.log", Artifact.Kind.ANY, log));
    for (FailureDiagnosis f : DIAGNOSER.diagnose(all).failures()) {
      if (f.failure().call().message().contains(action)
          && f.verdicts().getFirst().outcome() instanceof Outcome.Confirmed c) {
        return c.finding();
      }
    }
    throw new AssertionError("no confirmed cause for " + action);
  }

  private static Artifact file(String name, String text) {
    return new Artifact(name, Artifact.Kind.ANY, text);
  }

  private static boolean changes(Finding finding, String file) {
    return finding.fixes().stream().map(Fix::text).anyMatch(t -> t.contains("+++ " + file));
  }

  private static String because(Finding finding) {
    return String.join("\n", finding.because().stream().map(c -> c.text()).toList());
  }

  @Test
  void besideOneCallerItIsThatCallers() {
    String log = denied(WEB, "dynamodb:PutItem", table("111122223333"));
    Finding found = finding("PutItem", log, file("p.json", policy("sqs:SendMessage", "*")));
    assertThat(changes(found, "p.json")).isTrue();
  }

  /** A path that was typed looks like the name that an answer of IAM gives. */
  @Test
  void theFolderThatAFileIsInDoesNotTellAnotherCaller() {
    String log = denied(WEB, "dynamodb:PutItem", table("111122223333"));
    for (String path : List.of("role/p.json", "logs/role/p.json", "user/iam/p.json")) {
      Finding found = finding("PutItem", log, file(path, policy("sqs:SendMessage", "*")));
      assertThat(changes(found, path)).as(path).isTrue();
    }
  }

  @Test
  void besideTwoCallersOfOneAccountNothingIsTakenFromIt() {
    String log =
        denied(WEB, "dynamodb:PutItem", table("111122223333"))
            + denied(WORKER, "dynamodb:GetItem", table("111122223333"));
    Artifact bare = file("p.json", policy("sqs:SendMessage", "*"));
    for (String action : List.of("PutItem", "GetItem")) {
      Finding found = finding(action, log, bare);
      assertThat(changes(found, "p.json")).as(action).isFalse();
      assertThat(because(found)).contains("`p.json` is not taken", "2 callers");
    }
  }

  @Test
  void theNameOfTheFileTellsWhoseItIsTheLongestNameFirst() {
    String log =
        denied(WEB, "dynamodb:PutItem", table("111122223333"))
            + denied(WORKER, "dynamodb:GetItem", table("111122223333"));
    Artifact named = file("policies/web_worker.json", policy("sqs:SendMessage", "*"));
    assertThat(changes(finding("GetItem", log, named), named.name())).isTrue();
    assertThat(changes(finding("PutItem", log, named), named.name())).isFalse();
    Artifact folder = file("web/inline.json", policy("sqs:SendMessage", "*"));
    assertThat(changes(finding("PutItem", log, folder), folder.name())).isTrue();
    assertThat(changes(finding("GetItem", log, folder), folder.name())).isFalse();
  }

  @Test
  void theAccountsOfItsResourcesTellWhoseItIs() {
    String log =
        denied(WEB, "dynamodb:PutItem", table("111122223333"))
            + denied(OTHER, "dynamodb:GetItem", table("444455556666"));
    Artifact bare =
        file("p.json", policy("sqs:SendMessage", "arn:aws:sqs:eu-west-1:444455556666:q"));
    assertThat(changes(finding("GetItem", log, bare), "p.json")).isTrue();
    Finding other = finding("PutItem", log, bare);
    assertThat(changes(other, "p.json")).isFalse();
    assertThat(because(other)).contains("account 444455556666, not of 111122223333");
  }

  @Test
  void oneOfAnotherAccountAloneIsNotTakenUnlessItSpeaksOfTheAction() {
    String log = denied(WEB, "dynamodb:PutItem", table("111122223333"));
    Artifact foreign =
        file("p.json", policy("sqs:SendMessage", "arn:aws:sqs:eu-west-1:444455556666:q"));
    assertThat(changes(finding("PutItem", log, foreign), "p.json")).isFalse();
    Artifact slip = file("p.json", policy("dynamodb:PutItem", table("111122223334")));
    Finding found = finding("PutItem", log, slip);
    assertThat(changes(found, "p.json")).isTrue();
    assertThat(because(found)).contains("differs in the account");
  }

  @Test
  void aManagedPolicyOfAnotherAccountIsNotAttachedHere() {
    String log = denied(WEB, "dynamodb:PutItem", table("111122223333"));
    String managed =
        "{\"Policy\": {\"Arn\": \"arn:aws:iam::444455556666:policy/app\", \"PolicyDocument\": "
            + policy("sqs:SendMessage", "*")
            + "}}";
    assertThat(because(finding("PutItem", log, file("m.json", managed)))).contains("is not taken");
  }

  @Test
  void whereAwsMissesAnAllowOfTheResourceTheResourceIsChanged() {
    String log =
        "An error occurred (AuthorizationError) when calling the Publish operation: User: "
            + WEB
            + " is not authorized to perform: SNS:Publish on resource:"
            + " arn:aws:sns:us-east-2:111122223333:alerts because no resource-based policy allows"
            + " the SNS:Publish action\n";
    Finding found = finding("Publish", log, file("p.json", policy("sqs:SendMessage", "*")));
    assertThat(changes(found, "p.json")).isFalse();
    assertThat(found.fixes().getFirst().title()).contains("resource's policy");
    assertThat(found.verification().command()).startsWith("aws sns publish");
  }

  @Test
  void aKeyThatThePolicyGivenDoesNotAllowIsAllowedThere() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/0b8e6c3a-7a1f-4d5e-9d5b-0c4b8e7a1b2c";
    String log =
        denied(WEB, "kms:GenerateDataKey", key)
            .replace("the GenerateDataKey operation", "the PutObject operation");
    Finding found = finding("GenerateDataKey", log, file("p.json", policy("kms:Decrypt", key)));
    assertThat(because(found)).contains("covers `kms:Decrypt`, not `kms:GenerateDataKey`");
    assertThat(found.fixes().getFirst().title()).contains("p.json");
  }

  @Test
  void filesNamedAlikeForOthersAreTheirs() {
    String log = denied(WEB, "dynamodb:GetItem", table("111122223333"));
    List<List<String>> names =
        List.of(
            List.of("web-inline.json", "billing-inline.json"),
            List.of("role-web.json", "role-billing.json"),
            List.of("roles/web/policy.json", "roles/billing/access.json"));
    for (List<String> n : names) {
      Finding finding =
          finding(
              "dynamodb:GetItem",
              log,
              new Artifact(
                  n.getFirst(),
                  Artifact.Kind.POLICY_IDENTITY,
                  policy("dynamodb:GetItem", table("111122223333") + "-old")),
              new Artifact(n.getLast(), Artifact.Kind.POLICY_IDENTITY, policy("dynamodb:*", "*")));
      assertThat(finding.summary()).as(n.getLast()).contains("names another resource");
      assertThat(finding.because())
          .as(n.getLast())
          .anySatisfy(c -> assertThat(c.text()).contains("its name is that of another"));
    }
  }

  @Test
  void aFileThatIsNamedOtherwiseIsTheCallersToo() {
    Finding finding =
        finding(
            "dynamodb:GetItem",
            denied(WEB, "dynamodb:GetItem", table("111122223333")),
            new Artifact("web.json", Artifact.Kind.POLICY_IDENTITY, policy("s3:GetObject", "*")),
            new Artifact(
                "common/tables.json",
                Artifact.Kind.POLICY_IDENTITY,
                policy("dynamodb:GetItem", table("111122223333") + "-old")));
    assertThat(finding.summary()).contains("names another resource");
  }

  @Test
  void besidePoliciesThatAreAllOfOthersABareOneIsNobodys() {
    String table = table("111122223333");
    String other = policy("dynamodb:PutItem", "*");
    String inline = "{\"RoleName\": \"%s\", \"PolicyName\": \"p\", \"PolicyDocument\": %s}";
    Finding found =
        finding(
            "dynamodb:GetItem",
            denied(WEB, "dynamodb:GetItem", table),
            new Artifact("p1.json", Artifact.Kind.ANY, inline.formatted("billing", other)),
            new Artifact(
                "sync-c.json", Artifact.Kind.ANY, policy("dynamodb:GetItem", table + "/b")));
    assertThat(found.summary()).contains("no identity-based policy allows");
    assertThat(found.because())
        .anyMatch(c ->
            c.text()
                .startsWith(
                    "`sync-c.json` is not taken for this caller's policy: nothing in it tells whose"
                        + " it is"));
  }
}
