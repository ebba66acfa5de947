package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same call goes to the endpoint that the call was given. */
class GivenEndpointTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();
  private static final String GONE =
      "An error occurred (NoSuchKey) when calling the GetObject operation: gone";

  private static Facts facts(String text, Evidence... others) {
    Failure failure =
        (Failure) Readers.read(new Artifact("t", Artifact.Kind.TRACEBACK, text), AWS).getFirst();
    return new Facts(failure, Surroundings.of(List.of(others)), AWS);
  }

  private static Facts program(String client) {
    return facts(
        "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    "
            + client
            + ".get_object(Bucket='b', Key='k')\nbotocore.errorfactory.NoSuchKey: "
            + GONE
            + "\n");
  }

  @Test
  void theProgramsAndTheCommandsIsGivenAgain() {
    assertThat(program("boto3.client('s3', endpoint_url='http://localhost:9000')").reproduction())
        .endsWith(" --endpoint-url http://localhost:9000");
    assertThat(
            facts(
                    "$ aws s3api get-object --bucket b --key k --endpoint-url http://m:9000 o\n"
                        + GONE)
                .reproduction())
        .contains(" --endpoint-url http://m:9000");
  }

  @Test
  void oneOfAwsIsNotNorOneThatIsWrong() {
    String own = "boto3.client('s3', endpoint_url='https://s3.eu-west-1.amazonaws.com')";
    assertThat(program(own).reproduction()).doesNotContain("--endpoint-url");
    Facts facts = program("boto3.client('s3', endpoint_url='http://localhost:9000')");
    assertThat(facts.reproduction(Map.of(GivenEndpoint.OPTION, "")))
        .doesNotContain("--endpoint-url");
    assertThat(facts.reproduction(Map.of(GivenEndpoint.OPTION, "<other>")))
        .endsWith(" --endpoint-url <other>");
  }

  @Test
  void oneOfAwsThatTheCliDoesNotChooseIs() {
    String host = "https://bucket.vpce-0a1b2c3d-4e5f.s3.eu-west-1.vpce.amazonaws.com";
    Facts facts = program("boto3.client('s3', endpoint_url='" + host + "')");
    assertThat(facts.reproduction()).endsWith(" --endpoint-url " + host);
    assertThat(facts.reproduction(Map.of("Region", "eu-north-1"))).doesNotContain("--endpoint-url");
  }

  @Test
  void thatOfTheDoctorIsAndOneOfTheMachineCountsByItself() {
    assertThat(
            facts(GONE, probe(Map.of("url", "http://m:9", "set", "--endpoint-url"))).reproduction())
        .contains(" --endpoint-url http://m:9");
    assertThat(facts(GONE, probe(Map.of("url", "http://m:9"))).reproduction())
        .doesNotContain("--endpoint-url");
  }

  private static ProbeResult probe(Map<String, String> told) {
    return new ProbeResult(
        "endpoint",
        ProbeResult.Verdict.OK,
        "",
        told,
        new ProbeResult.Call("s3", "GetObject", "", "http://m:9"),
        "",
        new Source("doctor", 6));
  }
}
