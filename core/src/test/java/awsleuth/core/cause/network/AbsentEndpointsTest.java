package awsleuth.core.cause.network;

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

/** Hosts that are in no Region, or have no FIPS there: what is advised leads to one that is. */
class AbsentEndpointsTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static Outcome outcome(String text) {
    FailureDiagnosis failure =
        DIAGNOSER
            .diagnose(List.of(new Artifact("err.txt", Artifact.Kind.TRACEBACK, text)))
            .failures()
            .getFirst();
    return failure.verdicts().getFirst().outcome();
  }

  private static Finding confirmed(String text) {
    assertThat(outcome(text)).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome(text)).finding();
  }

  private static String unresolved(String argument) {
    return """
    socket.gaierror: [Errno -2] Name or service not known

    During handling of the above exception, another exception occurred:

    Traceback (most recent call last):
      File "/srv/app.py", line 3, in main
        boto3.client('workspaces', region_name=%s).describe_workspaces()
    botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: \
    "https://workspaces-fips.eu-west-1.amazonaws.com/"
    """
        .formatted(argument);
  }

  @Test
  void aRegionWhoseNameAsksForFipsIsGivenByItsPlainName() {
    Finding finding = confirmed(unresolved("'fips-eu-west-1'"));
    assertThat(finding.summary()).isEqualTo("workspaces has no FIPS endpoint in eu-west-1");
    assertThat(finding.fixes())
        .extracting(Fix::text)
        .containsExactly("boto3.client(\"workspaces\", region_name=\"eu-west-1\")");
    assertThat(finding.because().toString())
        .contains("botocore lists FIPS endpoints in us-east-1, us-west-2");
  }

  @Test
  void fipsIsTakenOffWhereTheNameOfTheRegionDoesNotAskForIt() {
    assertThat(confirmed(unresolved("\"eu-west-1\"")).fixes())
        .extracting(Fix::text)
        .containsExactly("export AWS_USE_FIPS_ENDPOINT=false");
  }

  @Test
  void whetherThereIsAFipsEndpointIsOpenWhereTheNameMayHaveBeenResolved() {
    String text =
        "botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL:"
            + " \"https://workspaces-fips.eu-west-1.amazonaws.com/\"\n";
    assertThat(outcome(text)).isInstanceOf(Outcome.Possible.class);
  }

  @Test
  void noVpcEndpointIsAdvisedInARegionThatIsNotThere() {
    String text =
        "botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL:"
            + " \"https://ssm.eu-west-%s.amazonaws.com/\"\n";
    Finding absent = confirmed(text.formatted(4));
    assertThat(absent.because().toString()).contains("there is no Region `eu-west-4`");
    assertThat(absent.fixes())
        .extracting(Fix::text)
        .noneMatch(fix -> fix.contains("create-vpc-endpoint"));
    assertThat(confirmed(text.formatted(1)).fixes().getFirst().text())
        .contains("com.amazonaws.eu-west-1.ssm");
  }

  @Test
  void anArgumentIsReadInEitherQuotesTheEmptyTextToo() {
    assertThat(RegionArgument.in("boto3.client('s3', region_name = \"us-east-1 \", x='y')"))
        .containsExactly("us-east-1 ");
    assertThat(RegionArgument.in("c(region_name='').x(region_name=\"\")")).containsExactly("", "");
    assertThat(RegionArgument.in("c(region_name=region)")).isEmpty();
  }
}
