package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls only read. */
class ReadingTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  @ParameterizedTest
  @CsvSource({
    "ListObjectsV2,true",
    "HeadBucket,true",
    "BatchGetItem,true",
    "DescribeInstances,true",
    "LookupEvents,true",
    "PutObject,false",
    "DeleteItem,false",
    "StartJobRun,false",
    "NoSuchOperation,false"
  })
  void theAccessLevelOfItsActionTells(String operation, boolean reads) {
    String text =
        "An error occurred (InternalError) when calling the " + operation + " operation: x";
    Artifact artifact = new Artifact("t", Artifact.Kind.TRACEBACK, text);
    Failure failure = (Failure) Readers.read(artifact, AWS).getFirst();
    assertThat(Reading.is(new Facts(failure, Surroundings.of(List.of()), AWS))).isEqualTo(reads);
  }
}
