package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first answer says to do, and what it must not say. */
class FittingFixesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static String first(String code, String operation, String message) {
    String text =
        "An error occurred (%s) when calling the %s operation: %s"
            .formatted(code, operation, message);
    return diagnosed(text);
  }

  private static String diagnosed(String text) {
    return DIAGNOSER
        .diagnose(List.of(new Artifact("t", Kind.TRACEBACK, text)))
        .failures()
        .getFirst()
        .verdicts()
        .getFirst()
        .toString();
  }

  @ParameterizedTest
  @CsvSource({
    "DependencyViolation,DeleteSecurityGroup,waiting does not help,get_waiter",
    "DeleteConflict,DeleteRole,waiting does not help,get_waiter",
    "BucketNotEmpty,DeleteBucket,other things still belong to it,get_waiter",
    "VolumeInUse,AttachVolume,describe-volumes,describe-instances",
    "IncorrectInstanceState,StartInstances,get_waiter,delete or detach",
    "InvalidChangeBatch,ChangeResourceRecordSets,UPSERT,except botocore",
    "EntityAlreadyExists,CreateRole,except botocore,take or change it instead"
  })
  void theFixFitsTheFault(String code, String operation, String said, String unsaid) {
    String message =
        operation.startsWith("Delete")
            ? "must detach it first"
            : code.startsWith("Volume") ? "vol-1 is attached to an instance" : "it already exists";
    assertThat(first(code, operation, message)).contains(said).doesNotContain(unsaid);
  }

  @Test
  void theClockIsSetAsTheProgramsSystemDoesIt() {
    String frame =
        "  File \"C:\\Users\\b\\botocore\\client.py\", line 1, in _make_api_call\n    raise error\n";
    String error =
        "botocore.exceptions.ClientError: An error occurred (RequestTimeTooSkewed) when calling the"
            + " PutObject operation: x";
    assertThat(diagnosed("Traceback (most recent call last):\n" + frame + error))
        .contains("w32tm /resync")
        .doesNotContain("timedatectl");
    assertThat(diagnosed(error)).contains("timedatectl").doesNotContain("w32tm");
  }

  @ParameterizedTest
  @CsvSource({
    "PutRecords,AWS/Kinesis --metric-name WriteProvisionedThroughputExceeded",
    "GetRecords,AWS/Kinesis --metric-name ReadProvisionedThroughputExceeded",
    "PutItem,AWS/DynamoDB --metric-name WriteThrottleEvents",
    "Query,AWS/DynamoDB --metric-name ReadThrottleEvents"
  })
  void theMetricThatIsLookedAtIsOfTheServiceAndTheKindOfCall(String operation, String metric) {
    String code = "ProvisionedThroughputExceededException";
    String message = operation.endsWith("Records") ? "Rate exceeded for shard" : "throughput";
    assertThat(first(code, operation, message)).contains(metric);
  }
}
