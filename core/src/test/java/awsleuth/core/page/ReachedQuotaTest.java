package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of a quota that was reached, where figures of Service Quotas are given. */
class ReachedQuotaTest {

  private static final String QUOTAS =
      """
      {"Quotas": [
        {"QuotaName": "VPCs per Region", "QuotaCode": "L-F678F1CE", "Value": 5.0},
        {"QuotaName": "Subnets per VPC", "QuotaCode": "L-407747CB", "Value": 200.0},
        {"QuotaName": "Roles per account", "QuotaCode": "L-FE177D64", "Value": 1000.0}]}
      {"MetricDataResults": [{"Id": "used", "Label": "VPCs per Region", "Values": [4.0, 5.0]}]}
      """;

  private static Finding finding(String code, String operation, String message) {
    String text =
        "botocore.exceptions.ClientError: An error occurred (%s) when calling the %s operation: %s"
            .formatted(code, operation, message);
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("error", Kind.TRACEBACK, text),
                    new Artifact("quotas", Kind.USAGE, QUOTAS)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return first instanceof Outcome.Confirmed(Finding finding)
        ? finding
        : fail(String.valueOf(first));
  }

  private static String request(Finding finding) {
    return finding.fixes().stream().map(Fix::text).collect(Collectors.joining("\n"));
  }

  @Test
  void theQuotaOnWhatWasMadeIsCitedWithItsUse() {
    Finding finding = finding("VpcLimitExceeded", "CreateVpc", "The maximum has been reached.");
    assertThat(finding.because().stream().map(Citation::text))
        .contains("the quota `VPCs per Region` (L-F678F1CE) is 5", "CloudWatch has 5 in use");
    assertThat(request(finding)).contains("--quota-code L-F678F1CE");
  }

  @Test
  void theQuotaThatTheMessageNamesIsTheOne() {
    String message = "Cannot exceed quota for RolesPerAccount: 1000";
    assertThat(request(finding("LimitExceeded", "CreateServiceLinkedRole", message)))
        .contains("--quota-code L-FE177D64");
  }

  @Test
  void aQuotaOnSomethingElseIsNot() {
    Finding finding = finding("GatewayLimitExceeded", "CreateVpnGateway", "no more");
    assertThat(finding.because()).hasSize(1);
    assertThat(request(finding)).contains("--quota-code <code>");
  }
}
