package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.input.InputException;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.Opened;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.read.Readers;
import awsleuth.testkit.ScriptedAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks AWS about a refused request. */
class AccountNowTest {

  @TempDir Path folder;

  private static final String DENIAL =
      """
      botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the \
      GetItem operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to \
      perform: dynamodb:GetItem on resource: \
      arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no identity-based policy allows \
      the dynamodb:GetItem action
      """;

  private static final String SECRET =
      """
      botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the \
      GetSecretValue operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not \
      authorized to perform: secretsmanager:GetSecretValue on resource: \
      arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf because no identity-based \
      policy allows the secretsmanager:GetSecretValue action
      """;

  /** What AWS says there. */
  private static final String MESSAGE = SECRET.substring(SECRET.indexOf("User: ")).strip();

  private static final String UNTYPED =
      """
      botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the \
      GetItem operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to \
      perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders
      """;

  private static final ScriptedAws.Reply NO_ORGANIZATION =
      new ScriptedAws.Reply(
          400, "{\"__type\": \"AWSOrganizationsNotInUseException\", \"Message\": \"\"}");

  @Test
  void theNamesakeOfARoleInAnotherAccountTellsNothing() throws Exception {
    try (ScriptedAws aws = account("210987654321")) {
      ToldFailure failure = failure(DENIAL);
      assertThat(asked(aws.url()).decided(failure, failure.causes().getFirst())).isEmpty();
      assertThat(aws.asked("GetRole")).isEmpty();
    }
  }

  @Test
  void whereTheAccountIsNotKnownItsPoliciesTellNothing() throws Exception {
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("GetCallerIdentity", _ -> new ScriptedAws.Reply(500, "<no/>"));
      ToldFailure failure = failure(DENIAL);
      assertThat(asked(aws.url()).decided(failure, failure.causes().getFirst())).isEmpty();
      assertThat(aws.asked("GetRole")).isEmpty();
    }
  }

  @Test
  void policiesOfAnOrganizationThatMayNotBeReadAreToldOf() throws Exception {
    String asFar =
        "the account's policies allow it now as far as they were read; not known: the"
            + " organization's policies on 111122223333: organizations:ListParents is not allowed;"
            + " the organization's policies on the resources of 111122223333:"
            + " organizations:ListParents is not allowed";
    try (ScriptedAws aws = account("111122223333")) {
      assertThat(decided(aws, DENIAL)).isEqualTo("ruled out: " + asFar);
      assertThat(decided(aws, UNTYPED))
          .as("AWS did not name what refused")
          .isEqualTo("unknown: " + asFar);
      aws.on("ListParents", _ -> NO_ORGANIZATION);
      assertThat(decided(aws, DENIAL)).isEqualTo("ruled out: the account's policies allow it now");
    }
  }

  @Test
  void aCauseIsGoneWhereAnotherStatementDeniesTheCallWhichIsNamed() throws Exception {
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("GetResourcePolicy", _ -> new ScriptedAws.Reply(200, lock("")));
      assertThat(decided(aws, SECRET))
          .isEqualTo(
              "ruled out: a statement of the account's identity-based policy"
                  + " (identity-policy-app-all.json) allows it now; the call is still denied: Sid"
                  + " `Lock` of the account's resource-based policy denies it");
      assertThat(now(aws, SECRET).instead()).as("the call fails all the same").isNotEmpty();
    }
  }

  @Test
  void whereTheCallDependsOnAKeyThatIsNotKnownFilesDoNotDecideIt() throws Exception {
    String condition =
        ", \"Condition\": {\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0abc\"}}";
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("GetResourcePolicy", _ -> new ScriptedAws.Reply(200, lock(condition)));
      assertThat(decided(aws, SECRET))
          .startsWith("unknown: a statement of the account's identity-based policy")
          .endsWith(
              "allows it now; whether the call is allowed depends on `aws:SourceVpce`, by Sid"
                  + " `Lock` of the account's resource-based policy");
    }
  }

  @Test
  void thatAPolicyWasTakenAwayIsKnownWhereItWasAskedFor() throws Exception {
    String denied =
        SECRET.replace(
            "because no identity-based policy allows the secretsmanager:GetSecretValue action",
            "with an explicit deny in a resource-based policy");
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("ListParents", _ -> NO_ORGANIZATION);
      aws.on("GetResourcePolicy", _ -> new ScriptedAws.Reply(200, "{\"Name\": \"db\"}"));
      assertThat(decided(aws, denied)).isEqualTo("ruled out: the account's policies allow it now");
      aws.on(
          "GetResourcePolicy",
          _ -> new ScriptedAws.Reply(400, "{\"__type\": \"AccessDeniedException\"}"));
      ToldFailure failure = failure(denied);
      AccountNow asked = asked(aws.url());
      assertThat(asked.decided(failure, failure.causes().getFirst())).isEmpty();
      assertThat(asked.untold(failure, failure.causes().getFirst()).orElseThrow())
          .contains("secretsmanager:GetResourcePolicy is not allowed");
    }
    String bounded =
        DENIAL.replace("no identity-based policy allows the", "no permissions boundary allows the");
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("ListParents", _ -> NO_ORGANIZATION);
      assertThat(decided(aws, bounded)).isEqualTo("ruled out: the account's policies allow it now");
    }
  }

  @Test
  void aServiceControlPolicyIsGoneOnlyWhereAllOfThemWereRead() throws Exception {
    String denied =
        DENIAL.replace(
            "because no identity-based policy allows the dynamodb:GetItem action",
            "with an explicit deny in a service control policy");
    try (ScriptedAws aws = account("111122223333")) {
      aws.on(
          "ListParents",
          a ->
              new ScriptedAws.Reply(
                  200,
                  a.body().contains("111122223333")
                      ? "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}"
                      : "{\"Parents\": []}"));
      aws.on(
          "ListPoliciesForTarget",
          a ->
              new ScriptedAws.Reply(
                  200,
                  a.body().contains("SERVICE_CONTROL")
                      ? "{\"Policies\": [{\"Id\": \"p-all\", \"Name\": \"all\"}, {\"Id\":"
                          + " \"p-lock\", \"Name\": \"lock\"}]}"
                      : "{\"Policies\": []}"));
      String allow =
          "{\"Policy\": {\"Content\": \"{\\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\","
              + " \\\"Action\\\": \\\"*\\\", \\\"Resource\\\": \\\"*\\\"}]}\"}}";
      aws.on("DescribePolicy", _ -> new ScriptedAws.Reply(200, allow));
      assertThat(decided(aws, denied)).isEqualTo("ruled out: the account's policies allow it now");
      aws.on(
          "DescribePolicy",
          a ->
              a.body().contains("p-all")
                  ? new ScriptedAws.Reply(200, allow)
                  : new ScriptedAws.Reply(400, "{\"__type\": \"AccessDeniedException\"}"));
      ToldFailure failure = failure(denied);
      assertThat(asked(aws.url()).decided(failure, failure.causes().getFirst())).isEmpty();
    }
  }

  @Test
  void whereTheAccountLeavesItOpenThatTheCallSucceededSinceIsTold() throws Exception {
    String refused =
        event(
            "10:00",
            "\"errorCode\": \"AccessDeniedException\", \"errorMessage\": \"" + MESSAGE + "\", ");
    String condition =
        ", \"Condition\": {\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0abc\"}}";
    try (ScriptedAws aws = account("111122223333")) {
      aws.on("GetResourcePolicy", _ -> new ScriptedAws.Reply(200, lock(condition)));
      assertThat(verified(aws, refused)).startsWith("unknown: ").contains("`aws:SourceVpce`");
      assertThat(verified(aws, refused + ", " + event("10:40", "")))
          .isEqualTo("ruled out: the same call succeeded at 2026-11-20T10:40:00Z (trail.json:6)");
    }
  }

  /** What is said of a refusal where the files say that the policies allow it. */
  private String verified(ScriptedAws aws, String events) throws Exception {
    AwsCatalog catalog = AwsCatalog.embedded();
    Artifact trail =
        new Artifact("trail.json", Artifact.Kind.ANY, "{\"Records\": [" + events + "]}");
    FilesNow files =
        new FilesNow(catalog, List.copyOf(Readers.read(trail, catalog)), List.of(), List.of());
    ToldFailure failure = failure(SECRET);
    ToldCause cause = failure.causes().getFirst();
    Verified now =
        new Verifier(
                new Asked(new Diagnoser(catalog), files),
                List.of(),
                new ChainNow(Map.of(), new LocalOutside()),
                new Deciding((_, _) -> Console.FINE),
                Optional.empty(),
                Optional.of(asked(aws.url())),
                Optional.empty())
            .verify(failure, List.of())
            .getFirst();
    assertThat(now.id()).isEqualTo(cause.id());
    return now.state().words() + ": " + now.why();
  }

  private static String event(String time, String error) {
    return """
    {"eventVersion": "1.09", "eventTime": "2026-11-20T%s:00Z", "eventSource":
     "secretsmanager.amazonaws.com", "eventName": "GetSecretValue", "awsRegion": "eu-west-1",
     "recipientAccountId": "111122223333", %s"userIdentity": {"type": "AssumedRole", "arn":
     "arn:aws:sts::111122223333:assumed-role/app/i-1", "accountId": "111122223333"},
     "requestParameters": {"secretId":
     "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"}, "sourceIPAddress": "203.0.113.9"}\
    """
        .formatted(time, error);
  }

  private static String lock(String condition) {
    String policy =
        "{\"Statement\": [{\"Sid\": \"Lock\", \"Effect\": \"Deny\", \"Principal\": \"*\","
            + " \"Action\": \"secretsmanager:*\", \"Resource\": \"*\""
            + condition
            + "}]}";
    return "{\"ResourcePolicy\": \"" + policy.replace("\"", "\\\"") + "\"}";
  }

  /** An account whose role {@code app} may do all. */
  private static ScriptedAws account(String number) throws IOException {
    String arn = "arn:aws:iam::" + number + ":role/app";
    return new ScriptedAws()
        .on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity",
                "<Arn>arn:aws:iam::%1$s:user/ann</Arn><Account>%1$s</Account>".formatted(number)))
        .on("GetRole", ScriptedAws.result("GetRole", "<Role><Arn>" + arn + "</Arn></Role>"))
        .on(
            "ListRolePolicies",
            ScriptedAws.result(
                "ListRolePolicies", "<PolicyNames><member>all</member></PolicyNames>"))
        .on(
            "GetRolePolicy",
            ScriptedAws.result(
                "GetRolePolicy",
                """
                <PolicyDocument>{"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                "Action": "*", "Resource": "*"}}</PolicyDocument>\
                """))
        .on(
            "ListAttachedRolePolicies",
            ScriptedAws.result("ListAttachedRolePolicies", "<AttachedPolicies/>"));
  }

  private String decided(ScriptedAws aws, String text) throws Exception {
    Verified now = now(aws, text);
    return now.state().words() + ": " + now.why();
  }

  private Verified now(ScriptedAws aws, String text) throws Exception {
    ToldFailure failure = failure(text);
    return asked(aws.url()).decided(failure, failure.causes().getFirst()).orElseThrow();
  }

  private ToldFailure failure(String text) throws IOException, InputException {
    Path file = Files.writeString(folder.resolve("evidence.txt"), text);
    String json = Command.run("--format", "json", file.toString()).out();
    return ToldDiagnosis.read("diagnosis.json", json).failures().getFirst();
  }

  private AccountNow asked(String url) {
    AwsCatalog catalog = AwsCatalog.embedded();
    Opened opened =
        Opened.open(
            catalog,
            Map.of(
                "HOME", folder.toString(),
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", url),
            Optional.empty(),
            new LocalOutside(),
            MfaCodes.unattended(),
            Deadline.in(Duration.ofSeconds(10)));
    return new AccountNow(catalog, ((Opened.Open) opened).calls(), _ -> {});
  }

  @Test
  void whereNobodySaysWhoAsksTheReasonIsTold() throws IOException, InputException {
    ToldFailure failure = failure(DENIAL);
    assertThat(asked("http://127.0.0.1:1").otherCaller(failure, failure.causes().getFirst()))
        .contains("as whom AWS would be asked is not known: nothing listens on port 1");
  }
}
