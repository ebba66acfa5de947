package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.diagnose.JsonView;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.JsonOutput;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** The files of {@code awsleuth test}, run by the installed pytest before the fix and after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedTestsTest {

  /** A decision by awsleuth takes a third of a second, so not all of them are made. */
  private static final Set<String> DECIDED =
      Set.of(
          "permissions/no-identity-allow",
          "permissions/condition-not-met",
          "permissions/resource-not-covered",
          "permissions/explicit-deny-identity",
          "permissions/scp",
          "permissions/trust-policy");

  /** Calls that the pages do not have. */
  private static final List<Told> OTHERS =
      List.of(
          new Told(
              "resource/already-exists",
              "dynamodb.create_table(TableName='orders', BillingMode='PAY_PER_REQUEST',"
                  + " AttributeDefinitions=[{'AttributeName': 'id', 'AttributeType': 'S'}],"
                  + " KeySchema=[{'AttributeName': 'id', 'KeyType': 'HASH'}])",
              "ResourceInUseException) when calling the CreateTable operation: Table already"
                  + " exists: orders"),
          new Told(
              "resource/already-exists",
              "logs.create_log_group(logGroupName='/fjord/jobs')",
              "ResourceAlreadyExistsException) when calling the CreateLogGroup operation: The"
                  + " specified log group already exists"),
          new Told(
              "resource/not-found",
              "ssm.get_parameter(Name='/fjord/token')",
              "ParameterNotFound) when calling the GetParameter operation: "),
          new Told(
              "resource/not-found",
              "iam.get_role(RoleName='importer')",
              "NoSuchEntity) when calling the GetRole operation: The role with name importer"
                  + " cannot be found."),
          new Told(
              "resource/condition-failed",
              "s3.put_object(Bucket='fjord', Key='lock', Body=b'1', IfNoneMatch='*')",
              "PreconditionFailed) when calling the PutObject operation: At least one of the"
                  + " pre-conditions you specified did not hold"),
          new Told(
              "resource/condition-failed",
              "dynamodb.put_item(TableName='orders', Item={'id': {'S': '1'}},"
                  + " ConditionExpression='attribute_not_exists(id)')",
              "ConditionalCheckFailedException) when calling the PutItem operation: The"
                  + " conditional request failed"));

  /**
   * A failure as a program of two lines tells it.
   *
   * @param call the line that fails
   * @param error from the error code on
   */
  private record Told(String cause, String call, String error) {

    List<Artifact> artifacts() {
      String text =
          "Traceback (most recent call last):\n  File \"job.py\", line 9, in <module>\n    "
              + call
              + "\nbotocore.exceptions.ClientError: An error occurred ("
              + error
              + "\n";
      return List.of(new Artifact("err.txt", Artifact.Kind.ANY, text));
    }
  }

  /** An SCP on each of two levels, of which one alone allows the call. */
  private static final List<Artifact> LEVELS =
      List.of(
          new Artifact(
              "app.log",
              Artifact.Kind.ANY,
              "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
                  + " GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/s is"
                  + " not authorized to perform: s3:GetObject on resource:"
                  + " \"arn:aws:s3:::letters/k\" because no identity-based policy allows the"
                  + " s3:GetObject action\n"),
          new Artifact("scp-root.json", Artifact.Kind.POLICY_SCP, allowing("*")),
          new Artifact("scp-ou.json", Artifact.Kind.POLICY_SCP, allowing("ec2:*")),
          new Artifact("role-app.json", Artifact.Kind.POLICY_IDENTITY, allowing("s3:PutObject")),
          new Artifact(
              "awsleuth.json",
              Artifact.Kind.MANIFEST,
              """
              {"files": {
                "scp-root.json": {"kind": "policy:scp", "attached_to": "r-root"},
                "scp-ou.json": {"kind": "policy:scp", "attached_to": "ou-abcd-11111111"},
                "role-app.json": {"kind": "policy:identity",
                  "attached_to": "arn:aws:iam::111122223333:role/app"}}}
              """));

  private static String allowing(String action) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
        + action
        + "\", \"Resource\": \"*\"}]}\n";
  }

  private static final int OF_EACH_BUCKET = 3;

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private Path folder;
  private final List<String> written = new ArrayList<>();
  private PytestReport before;
  private PytestReport after;

  @BeforeAll
  void generateAndRun() throws IOException {
    folder = Files.createTempDirectory("generated");
    for (Cause cause : Causes.all()) {
      for (String kind : List.of("stubber", "moto", "server", "policy")) {
        if (!kind.equals("policy") || DECIDED.contains(cause.id())) {
          generate(cause.id(), kind);
        }
      }
    }
    for (int i = 0; i < OTHERS.size(); i++) {
      Told told = OTHERS.get(i);
      String name = "test_moto_other_" + i;
      assertThat(generate(told.artifacts(), name, told.cause(), "moto")).as(told.call()).isTrue();
    }
    assertThat(generate(LEVELS, "test_policy_levels", "permissions/no-identity-allow", "policy"))
        .isTrue();
    Python python = Python.get();
    CompletableFuture<PytestReport> other =
        CompletableFuture.supplyAsync(
            () -> PytestReport.of(python, folder.resolve("before"), folder.resolve("before.xml")));
    after = PytestReport.of(python, folder.resolve("after"), folder.resolve("after.xml"));
    before = other.join();
  }

  @AfterAll
  void remove() throws IOException {
    Run.delete(folder);
  }

  /** The first case of the cause's page whose call is tested by the kind, in both states. */
  private void generate(String cause, String kind) throws IOException {
    for (Page.Case c : Page.of(cause).orElseThrow().cases()) {
      if (c.isCounterexample() || !isConfirmed(c, cause)) {
        continue;
      }
      String name = "test_" + kind + "_" + cause.replaceAll("\\W", "_");
      if (isRun(kind, cause) && generate(c.artifacts(), name, cause, kind)) {
        return;
      }
    }
  }

  /** Tests by the Stubber are alike, so some of each bucket are run. */
  private boolean isRun(String kind, String cause) {
    String start = "test_stubber_" + cause.substring(0, cause.indexOf('/'));
    return !kind.equals("stubber")
        || Boolean.getBoolean("generated.all")
        || written.stream().filter(name -> name.startsWith(start)).count() < OF_EACH_BUCKET;
  }

  /** Whether the kind tests the diagnosis; then both files are written. */
  private boolean generate(List<Artifact> artifacts, String name, String cause, String kind)
      throws IOException {
    String json = json(DIAGNOSER.diagnose(artifacts));
    int code = test(json, "before", name, cause, kind);
    if (code == Console.FINE) {
      assertThat(test(json, "after", name, cause, kind)).isZero();
      written.add(name);
    } else {
      assertThat(code).isEqualTo(Console.USAGE);
    }
    return code == Console.FINE;
  }

  private static boolean isConfirmed(Page.Case c, String cause) {
    return c.expected().stream().anyMatch(line -> line.startsWith("confirmed " + cause));
  }

  private static String json(Diagnosis diagnosis) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      JsonView.failures(json, diagnosis, false);
      json.writeEndObject();
    }
    return out.toString();
  }

  /** moto gives way to other kinds, which is said, so what it does not play is left out. */
  private int test(String json, String state, String name, String cause, String kind)
      throws IOException {
    InProcess test = InProcess.test(json, "--kind", kind, "--state", state, "--cause", cause);
    if (test.code() != Console.FINE || !test.err().isEmpty()) {
      return Console.USAGE;
    }
    Files.createDirectories(folder.resolve(state));
    Files.writeString(folder.resolve(state).resolve(name + ".py"), test.out());
    return Console.FINE;
  }

  @Test
  void manyDiagnosesAreTestedByEachKind() {
    assertThat(written).hasSizeGreaterThanOrEqualTo(40);
    for (String kind : List.of("stubber", "moto", "server", "policy")) {
      long tested = written.stream().filter(n -> n.startsWith("test_" + kind)).count();
      assertThat(tested).as(kind).isGreaterThanOrEqualTo(kind.equals("stubber") ? 15 : 4);
    }
  }

  @Test
  void beforeTheFixOneAssertionOfEachFileFails() {
    assertThat(before.broken()).isEmpty();
    assertThat(before.notByAssertion()).isEmpty();
    assertThat(before.filesThatFail()).isEqualTo(new TreeSet<>(written));
  }

  @Test
  void afterTheFixEachFilePasses() {
    assertThat(after.broken()).isEmpty();
    assertThat(after.filesThatFail()).isEmpty();
    assertThat(after.files()).isEqualTo(new TreeSet<>(written));
  }
}
