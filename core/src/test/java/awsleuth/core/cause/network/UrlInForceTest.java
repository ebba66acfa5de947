package awsleuth.core.cause.network;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several URLs is the one of the call that failed, and how it is taken away. */
class UrlInForceTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());

  private static final String FAILED =
      """
      Traceback (most recent call last):
        File "/srv/app.py", line 2, in <module>
          boto3.client('s3').list_buckets()
      botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: \
      "http://127.0.0.1:5697/"
      """;

  private static Finding found(String environment, String config) {
    Outcome outcome =
        DIAGNOSER
            .diagnose(
                List.of(
                    new Artifact("err.txt", Artifact.Kind.TRACEBACK, FAILED),
                    new Artifact("env", Artifact.Kind.ENV, environment),
                    new Artifact("config", Artifact.Kind.CONFIG, config)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) outcome).finding();
  }

  private static Fix away(Finding finding) {
    return finding.fixes().getLast();
  }

  @Test
  void theVariableOfTheServiceIsUnsetAndNotTheOneOfAll() {
    Finding finding =
        found(
            "AWS_ENDPOINT_URL=http://127.0.0.1:5601\nAWS_ENDPOINT_URL_S3=http://127.0.0.1:5697\n",
            "");
    assertThat(away(finding).text()).isEqualTo("unset AWS_ENDPOINT_URL_S3");
    assertThat(away(finding).title())
        .isEqualTo("without it AWS_ENDPOINT_URL counts, `http://127.0.0.1:5601`");
    assertThat(finding.because().toString())
        .contains("AWS_ENDPOINT_URL_S3 is")
        .doesNotContain("AWS_ENDPOINT_URL is");
  }

  @Test
  void bothVariablesAreUnsetWhereNothingTellsWhichOneItIs() {
    Outcome outcome =
        DIAGNOSER
            .diagnose(List.of(new Artifact("err.txt", Artifact.Kind.TRACEBACK, FAILED)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    Fix away = away(((Outcome.Confirmed) outcome).finding());
    assertThat(away.title())
        .isEqualTo("or go to AWS itself, where the environment sets the endpoint");
    assertThat(away.text()).isEqualTo("unset AWS_ENDPOINT_URL AWS_ENDPOINT_URL_S3");
  }

  private static final String OTHER = "AWS_ENDPOINT_URL_STS=http://127.0.0.1:5601\n";

  @Test
  void aLineOfServicesIsTakenOutWithWhatItWouldLeaveEmpty() {
    String config = "[default]\nservices = loc\n[services loc]\n%ss3 =\n%s  endpoint_url = %s\n";
    String url = "http://127.0.0.1:5697";
    Finding alone = found(OTHER, config.formatted("", "", url));
    assertThat(away(alone).text()).isEqualTo("sed -i.bak 2d config");
    assertThat(alone.because().toString())
        .contains("endpoint_url of s3 in [services loc] is `http://127.0.0.1:5697`")
        .doesNotContain("AWS_ENDPOINT_URL_STS");
    String sqs = "sqs =\n  endpoint_url = http://127.0.0.1:1\n";
    assertThat(away(found(OTHER, config.formatted(sqs, "", url))).text())
        .isEqualTo("sed -i.bak '6d;7d' config");
    assertThat(away(found(OTHER, config.formatted("", "  max = 1\n", url))).text())
        .isEqualTo("sed -i.bak 6d config");
  }

  @Test
  void whereNeitherSetsItTheProgramDoesAndNoVariableIsUnset() {
    Finding finding = found("AWS_ENDPOINT_URL_STS=http://127.0.0.1:5697\n", "");
    assertThat(finding.because().toString()).doesNotContain("AWS_ENDPOINT_URL");
    assertThat(finding.fixes()).noneMatch(f -> f.text().startsWith("unset"));
  }
}
