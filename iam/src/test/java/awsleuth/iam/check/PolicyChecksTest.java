package awsleuth.iam.check;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyChecksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNKNOWN_SERVICE | stepfunctions:StartExecution | * |",
        "UNKNOWN_ACTION | s3:ListObjectsV2 | * |",
        "UNSUPPORTED_RESOURCE_FOR_ACTION | s3:ListBucket | arn:aws:s3:::b/* |",
        "UNSUPPORTED_RESOURCE_FOR_ACTION | s3:ListAllMyBuckets | arn:aws:s3:::* |",
        "UNKNOWN_CONDITION_KEY | s3:* | * | \"StringEquals\": {\"aws:SourceVpcx\": \"v\"}",
        "KEY_NOT_IN_REQUEST | s3:GetObject | * | \"StringEquals\": {\"s3:prefix\": \"v\"}",
        "OPERATOR_TYPE_MISMATCH | s3:* | * | \"StringEquals\": {\"aws:SourceIp\": \"192.0.2.1\"}",
        "OPERATOR_TYPE_MISMATCH | s3:ListBucket | * | \"NumericLessThan\": {\"s3:prefix\": \"1\"}",
        "OPERATOR_TYPE_MISMATCH | s3:ListBucket | * | \"Bool\": {\"s3:delimiter\": \"true\"}",
        "OPERATOR_TYPE_MISMATCH | s3:* | * | \"DateLessThan\": {\"aws:SourceVpc\": \"2026\"}",
        "UNSUPPORTED_VARIABLE | s3:GetObject | arn:aws:s3:::b/${aws:username |",
        "UNKNOWN_CONDITION_KEY | s3:GetObject | arn:aws:s3:::b/${aws:usernam}/* |",
        "MISSING_QUALIFIER | ec2:CreateTags | * | \"StringEquals\": {\"aws:TagKeys\": \"v\"}",
        "FOR_ALL_VALUES_WITHOUT_NULL | ec2:CreateTags | * |"
            + " \"ForAllValues:StringEquals\": {\"aws:TagKeys\": \"v\"}",
        "PAST_DATE | s3:* | * | \"DateLessThan\": {\"aws:CurrentTime\": \"2020-01-01T00:00:00Z\"}",
        "DEPENDENT_ACTION | lambda:CreateFunction | * |",
      })
  void whatDoesNothingIsTold(
      Code code, String action, String resource, @Nullable String condition) {
    assertThat(check(action, resource, condition)).extracting(Fault::code).containsExactly(code);
  }

  @Test
  void onlyActionsOfTheResourcesKindCanBeAboutIt() {
    IamCatalog catalog = IamCatalog.embedded();
    assertThat(ActionsOn.of("s3:*", "arn:aws:s3:::b/k", catalog))
        .contains("s3:GetObject", "s3:PutObject")
        .doesNotContain("s3:CreateAccessPoint", "s3:ListBucket", "s3:ListAllMyBuckets");
    assertThat(ActionsOn.of("s3:*", "arn:aws:s3:::b", catalog))
        .contains("s3:ListBucket")
        .doesNotContain("s3:GetObject");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"DateLessThan\": {\"aws:CurrentTime\": [\"2020-01-01\", \"2026-11-20T12:00:00Z\"]} | true",
        "\"DateLessThanEquals\": {\"aws:CurrentTime\": \"2026-11-20T12:00:01Z\"} | false",
        "\"DateLessThan\": {\"aws:CurrentTime\": [\"2020-01-01\", \"2027-01-01\"]} | false",
        "\"DateGreaterThan\": {\"aws:CurrentTime\": \"2020-01-01\"} | false",
        "\"NumericLessThan\": {\"aws:EpochTime\": \"1577836800\"} | true",
        "\"DateLessThan\": {\"aws:TokenIssueTime\": \"2020-01-01\"} | false",
      })
  void aStatementWhoseTimeIsOverDoesNothing(String condition, boolean over) {
    assertThat(check("s3:*", "*", condition, Instant.parse("2026-11-20T12:00:00.5Z")))
        .extracting(Fault::code)
        .isEqualTo(over ? List.of(Code.PAST_DATE) : List.of());
    if (over) {
      assertThat(check("s3:*", "*", condition, Instant.parse("2026-11-20T12:00:00.5Z")))
          .singleElement()
          .extracting(Fault::message)
          .asString()
          .endsWith("which has passed (it is 2026-11-20T12:00:00Z)");
    }
  }

  @Test
  void theNearestKeyIsOneThatTheRequestsHave() {
    assertThat(check("iam:PassRole", "*", "\"ForAnyValue:StringEquals\": {\"aws:TagKeys\": \"a\"}"))
        .filteredOn(f -> f.code() == Code.KEY_NOT_IN_REQUEST)
        .singleElement()
        .extracting(Fault::message)
        .isEqualTo("requests of `iam:PassRole` never have `aws:TagKeys`");
  }

  @Test
  void everyKindHasARow() {
    assertThat(EnumSet.range(Code.UNKNOWN_SERVICE, Code.DEPENDENT_ACTION)).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3:GetObject | arn:aws:s3:::b/* |",
        "s3:Get* | arn:aws:s3:::b |",
        "s3:GetObject | arn:aws:s3:::${aws:PrincipalTag/team}/* |",
        "s3:ListBucket | arn:aws:s3:::b | \"StringLike\": {\"s3:prefix\": \"v\"}",
        "ec2:CreateTags | * | \"ForAllValues:StringEquals\": {\"aws:TagKeys\": \"v\"},"
            + " \"Null\": {\"aws:TagKeys\": \"false\"}",
        "sts:AssumeRole | arn:aws:iam::111122223333:role/r | \"Bool\":"
            + " {\"aws:MultiFactorAuthPresent\": \"true\"}",
      })
  void whatWorksIsNotTold(String action, String resource, @Nullable String condition) {
    assertThat(check(action, resource, condition)).isEmpty();
  }

  private static List<Fault> check(String action, String resource, @Nullable String condition) {
    return check(action, resource, condition, Instant.parse("2026-11-20T12:00:00Z"));
  }

  private static List<Fault> check(
      String action, String resource, @Nullable String condition, Instant now) {
    String block = condition == null ? "" : ", \"Condition\": {" + condition + "}";
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \""
            + resource
            + "\""
            + block
            + "}}";
    return PolicyChecks.of(
        PolicyParser.parse("p", PolicyType.IDENTITY, text).policy().orElseThrow(),
        IamCatalog.embedded(),
        now);
  }
}
