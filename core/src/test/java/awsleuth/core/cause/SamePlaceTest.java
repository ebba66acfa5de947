package awsleuth.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands ask where the failed call went, and as whom. */
class SamePlaceTest {

  private static final String NO_BUCKET =
      "botocore.errorfactory.NoSuchBucket: An error occurred (NoSuchBucket) when calling the"
          + " GetObject operation: The specified bucket does not exist";

  /** All commands of what is claimed of a program's call. */
  private static List<String> commands(String code, String error) {
    String text =
        "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    "
            + code
            + "\n"
            + error
            + "\n";
    return told(text);
  }

  private static List<String> told(String text) {
    List<String> commands = new ArrayList<>();
    new Diagnoser(AwsCatalog.embedded())
        .diagnose(List.of(new Artifact("t", Kind.ANY, text)))
        .failures()
        .getFirst()
        .verdicts()
        .forEach(v -> {
          if (v.outcome() instanceof Outcome.Confirmed(Finding f)) {
            add(f, commands);
          } else if (v.outcome() instanceof Outcome.Possible(Finding f, var missing)) {
            add(f, commands);
            missing.forEach(n -> commands.add(n.how()));
          }
        });
    return commands.stream().filter(c -> c.contains("aws ")).toList();
  }

  private static void add(Finding finding, List<String> commands) {
    commands.add(finding.verification().command());
    finding.fixes().stream()
        .filter(Fix.Command.class::isInstance)
        .map(Fix::text)
        .forEach(commands::add);
  }

  private static String s3(String session, String client) {
    return session + ".client('s3'" + client + ").get_object(Bucket='b', Key='k')";
  }

  @Test
  void thoseOfTheServiceAskTheEndpointThatTheCallWasGiven() {
    List<String> commands =
        commands(s3("boto3", ", endpoint_url='http://localhost:9000'"), NO_BUCKET);
    assertThat(commands)
        .hasSizeGreaterThan(1)
        .filteredOn(c -> c.startsWith("aws s3"))
        .allMatch(c -> c.contains(" --endpoint-url http://localhost:9000"));
    assertThat(commands)
        .contains(
            "aws s3api list-buckets --endpoint-url http://localhost:9000 --query"
                + " 'Buckets[].Name'");
    assertThat(commands(s3("boto3", ""), NO_BUCKET)).noneMatch(c -> c.contains("--endpoint-url"));
  }

  @Test
  void allAskAsTheProfileThatTheProgramChose() {
    assertThat(commands(s3("boto3.Session(profile_name='prod')", ""), NO_BUCKET))
        .hasSizeGreaterThan(1)
        .allMatch(c -> c.contains(" --profile prod"));
    assertThat(commands(s3("boto3.Session(profile_name='p', region_name=r)", ""), NO_BUCKET))
        .allMatch(c -> c.contains(" --profile p"));
    assertThat(commands(s3("boto3.Session(profile_name=args.profile)", ""), NO_BUCKET))
        .allMatch(c -> c.contains(" --profile <profile>"));
  }

  @Test
  void noneWasChosenWhereKeysOrNothingAreGiven() {
    for (String session :
        List.of(
            "boto3.Session(profile_name=None)",
            "boto3.Session(profile_name='p', aws_access_key_id=k)",
            "boto3.Session()")) {
      assertThat(commands(s3(session, ""), NO_BUCKET)).noneMatch(c -> c.contains("--profile"));
    }
  }

  @Test
  void aProfileThatIsNotThereIsGivenToNoCommand() {
    String error =
        "botocore.exceptions.ProfileNotFound: The config profile (prod) could not be found";
    assertThat(commands("boto3.Session(profile_name='prod').client('s3')", error))
        .noneMatch(c -> c.startsWith("aws configure list-profiles --profile"));
  }

  @Test
  void noProfileIsNone() {
    assertThat(commands(s3("boto3.Session(profile_name = None)", ""), NO_BUCKET))
        .isNotEmpty()
        .noneMatch(c -> c.contains("--profile"));
  }

  @Test
  void theProfileThatTheProgramWasSeenToChooseIsTold() {
    String record =
        """
        {"awsleuth": "record", "version": 1}
        {"kind": "client", "number": 1, "service": "s3", "asked": {"profile_name": "%s"}, "pid": 7}
        {"kind": "call", "number": 1, "exception": "botocore.errorfactory.NoSuchBucket", "message": "An error occurred \
        (NoSuchBucket) when calling the GetObject operation: The specified bucket does not exist", "service": "s3", \
        "operation": "GetObject", "client": 1, "stack": [["a.py", 3, "main", "boto3.Session(profile_name=name)"]], \
        "params": {"Bucket": "b", "Key": "k"}, "pid": 7}
        """;
    assertThat(told(record.formatted("prod")))
        .hasSizeGreaterThan(1)
        .allMatch(c -> c.contains(" --profile prod"));
    assertThat(told(record.formatted(""))).isNotEmpty().noneMatch(c -> c.contains("--profile"));
  }
}
