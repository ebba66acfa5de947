package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Facts;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What quotas and their use are asked about a failure. */
class QuotaQuestionsTest {

  private static final String THROTTLED =
      "botocore.exceptions.ClientError: An error occurred (ThrottlingException) when calling the"
          + " GetMetricData operation (reached max retries: 4): Rate exceeded";

  @AutoClose private final Account account = new Account();

  @Test
  void ofAThrottledCallQuotasAndUseAreAskedForAndOnlyItsOwnKept() {
    account
        .aws()
        .on(
            "ListServiceQuotas",
            "{\"Quotas\": [{\"QuotaName\": \"Rate of GetMetricData requests\", \"QuotaCode\":"
                + " \"L-5E141212\", \"Value\": 50.0}, {\"QuotaName\": \"Alarms\", \"QuotaCode\":"
                + " \"L-2\", \"Value\": 5000.0}]}")
        .on(
            "ListMetrics",
            "{\"Metrics\": [{\"Namespace\": \"AWS/Usage\", \"MetricName\": \"CallCount\","
                + " \"Dimensions\": [{\"Name\": \"Resource\", \"Value\": \"GetMetricData\"}]}]}")
        .on(
            "GetMetricData",
            "{\"MetricDataResults\": [{\"Id\": \"calls\", \"Label\": \"GetMetricData\","
                + " \"Values\": [2940.0]}]}");
    Gathering gathering = account.ask(Account.facts(Kind.TRACEBACK, THROTTLED));
    assertThat(gathering.files().get("quotas.json")).contains("L-5E141212").doesNotContain("L-2");
    assertThat(gathering.files().get("usage.json")).contains("2940");
    assertThat(account.aws().asked("ListServiceQuotas").getFirst().body()).contains("monitoring");
    assertThat(account.aws().asked("GetMetricData").getFirst().body())
        .contains("\"Label\": \"GetMetricData\"");
  }

  @Test
  void ofAQuotaThatWasReachedTheOneOnWhatWasMadeIsAskedFor() {
    account
        .aws()
        .on(
            "ListServiceQuotas",
            "{\"Quotas\": [{\"QuotaName\": \"Roles per account\", \"QuotaCode\": \"L-FE177D64\","
                + " \"Value\": 1000.0, \"UsageMetric\": {\"MetricNamespace\": \"AWS/Usage\","
                + " \"MetricName\": \"ResourceCount\", \"MetricDimensions\": {\"Resource\":"
                + " \"Role\"}, \"MetricStatisticRecommendation\": \"Maximum\"}}, {\"QuotaName\":"
                + " \"Role trust policy length\", \"QuotaCode\": \"L-2\", \"Value\": 2048.0}]}")
        .on(
            "GetMetricData",
            "{\"MetricDataResults\": [{\"Id\": \"used\", \"Label\": \"Roles per account\","
                + " \"Values\": [1000.0]}]}");
    String reached =
        "botocore.errorfactory.LimitExceededException: An error occurred (LimitExceeded) when"
            + " calling the CreateRole operation: Cannot exceed quota for RolesPerAccount: 1000";
    Gathering gathering = account.ask(Account.facts(Kind.TRACEBACK, reached));
    assertThat(gathering.files().get("quotas.json")).contains("L-FE177D64").doesNotContain("L-2");
    assertThat(gathering.files().get("usage.json")).contains("1000");
    assertThat(account.aws().asked("ListServiceQuotas").getFirst().region()).isEqualTo("us-east-1");
    assertThat(account.aws().asked("GetMetricData").getFirst().body())
        .contains("\"Stat\": \"Maximum\"", "\"Value\": \"Role\"");
  }

  @Test
  void everyCauseOfThrottlingIsAskedAbout() {
    for (String code :
        List.of("ThrottlingException", "SlowDown", "ProvisionedThroughputExceededException")) {
      Facts facts = Account.facts(Kind.TRACEBACK, THROTTLED.replace("ThrottlingException", code));
      assertThat(account.questions(facts).permissions())
          .as(code)
          .contains("servicequotas:ListServiceQuotas", "cloudwatch:GetMetricData");
    }
  }

  @Test
  void theUseOfAnotherServicesOperationOfThatNameIsNotItsUse() {
    account
        .aws()
        .on("ListMetrics", "{\"Metrics\": [" + metric("KMS") + ", " + metric("CloudWatch") + "]}")
        .on("GetMetricData", "{\"MetricDataResults\": []}");
    account.ask(Account.facts(Kind.TRACEBACK, THROTTLED));
    assertThat(account.aws().asked("GetMetricData"))
        .singleElement()
        .satisfies(a -> assertThat(a.body()).contains("\"Value\": \"CloudWatch\""));
    account.aws().on("ListMetrics", "{\"Metrics\": [" + metric("KMS") + "]}");
    assertThat(Account.lines(account.ask(Account.facts(Kind.TRACEBACK, THROTTLED))))
        .contains("the use of GetMetricData: CloudWatch has no metric of it, but of KMS");
  }

  private static String metric(String service) {
    return "{\"Namespace\": \"AWS/Usage\", \"MetricName\": \"CallCount\", \"Dimensions\":"
        + " [{\"Name\": \"Service\", \"Value\": \""
        + service
        + "\"}, {\"Name\": \"Resource\", \"Value\": \"GetMetricData\"}]}";
  }
}
