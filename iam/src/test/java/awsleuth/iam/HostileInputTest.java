package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and hostile policies get an answer or a clear fault, never a hang. */
class HostileInputTest {

  /** So long that only what grows without bounds reaches it. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Result decide(Object statement, Object context, String resource) {
    Map<String, Object> request =
        Map.of(
            "principal",
            "arn:aws:iam::111122223333:user/alice",
            "action",
            "s3:GetObject",
            "resource",
            resource,
            "context",
            context);
    Object policy = Map.of("Version", "2012-10-17", "Statement", statement);
    String text = JsonText.of(Map.of("request", request, "identityPolicies", List.of(policy)));
    BatchLine line = BatchLine.read(text);
    assertThat(line.errors()).isEmpty();
    return assertTimeoutPreemptively(
        LONG, () -> Authorizer.of(line.policies()).decide(line.request().orElseThrow()));
  }

  private static Map<String, Object> allow(Object action, Object resource, Object condition) {
    return Map.of(
        "Effect", "Allow", "Action", action, "Resource", resource, "Condition", condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:s3:::b/*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
        "arn:aws:s*?3:::*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
        "arn:*:*:*:*:*:*:*:*:*:*:*:*:*:*:*:*:*:*:*:b",
        "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
        "arn:aws:s3:::b/${aws:username}*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"
      })
  void manyWildcardsInAResource(String pattern) {
    String key = "a:".repeat(100_000);
    assertThat(decide(allow("*", pattern, Map.of()), Map.of(), "arn:aws:s3:::b/" + key))
        .isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void manyWildcardsInACondition() {
    String pattern = "*a".repeat(2_000) + "*b";
    for (String operator : List.of("StringLike", "ForAnyValue:StringLike")) {
      Object condition = Map.of(operator, Map.of("s3:prefix", pattern));
      Object context = Map.of("s3:prefix", "a".repeat(200_000));
      assertThat(decide(allow("*", "*", condition), context, "arn:aws:s3:::b/k"))
          .isEqualTo(Result.IMPLICIT_DENY);
    }
  }

  @Test
  void manyWildcardsInAnArnCondition() {
    Object condition = Map.of("ArnLike", Map.of("aws:SourceArn", "*:".repeat(5) + "*a*a*a*a*b"));
    Object context = Map.of("aws:SourceArn", "arn:aws:s3:::" + "a".repeat(200_000));
    assertThat(decide(allow("*", "*", condition), context, "arn:aws:s3:::b/k"))
        .isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void manyWildcardsInAnAction() {
    String pattern = "s3:" + "*e".repeat(500) + "*x";
    assertThat(decide(allow(pattern, "*", Map.of()), Map.of(), "arn:aws:s3:::b/k"))
        .isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void manyVariablesInAValue() {
    String value = "${aws:PrincipalTag/a}".repeat(2_000);
    Object condition = Map.of("StringLike", Map.of("s3:prefix", value + "*"));
    Object context = Map.of("s3:prefix", "x".repeat(20_000), "aws:PrincipalTag/a", "xxxxxxxxxx");
    assertThat(decide(allow("*", "*", condition), context, "arn:aws:s3:::b/k"))
        .isEqualTo(Result.ALLOWED);
  }

  @Test
  void tenThousandStatementsAreDecided() {
    List<Object> statements = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      statements.add(allow("s3:Get*", "arn:aws:s3:::bucket-" + i + "/*", Map.of()));
    }
    assertThat(decide(statements, Map.of(), "arn:aws:s3:::bucket-9999/k"))
        .isEqualTo(Result.ALLOWED);
    assertThat(decide(statements, Map.of(), "arn:aws:s3:::bucket-10000/k"))
        .isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void aMegabyteOfResourcesIsDecided() {
    List<String> resources = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      resources.add("arn:aws:s3:::b/*/part-" + i + "/?*");
    }
    assertThat(
            decide(allow("s3:*", resources, Map.of()), Map.of(), "arn:aws:s3:::b/x/part-29999/k"))
        .isEqualTo(Result.ALLOWED);
  }

  @Test
  void aMegabyteInOneValueIsDecided() {
    String long_ = "a".repeat(1_000_000);
    Object condition = Map.of("StringEquals", Map.of("s3:prefix", long_));
    assertThat(decide(allow("*", "*", condition), Map.of("s3:prefix", long_), "arn:aws:s3:::b/k"))
        .isEqualTo(Result.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 10_000, 1_000_000})
  void deepNestingIsAFaultNotACrash(int depth) {
    for (String open : List.of("[", "{\"a\":", "{\"Statement\":[")) {
      String text = "{\"Statement\": " + open.repeat(depth);
      Reading reading =
          assertTimeoutPreemptively(LONG, () -> PolicyParser.parse("p", PolicyType.IDENTITY, text));
      assertThat(reading.policy()).isEmpty();
      assertThat(reading.faults()).isNotEmpty();
    }
  }

  @Test
  void aWholeDocumentOfDepthOneThousandHasAFaultThatSaysWhatIsWrong() {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Resource\": \"*\","
            + " \"Action\": "
            + "[".repeat(1_000)
            + "\"s3:*\""
            + "]".repeat(1_000)
            + "}}";
    Reading reading = PolicyParser.parse("p", PolicyType.IDENTITY, text);
    assertThat(reading.policy()).isEmpty();
    assertThat(reading.faults())
        .extracting(Fault::code)
        .containsAnyOf(Fault.Code.DATA_TYPE_MISMATCH, Fault.Code.JSON_SYNTAX_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "1e999999998, NumericEquals",
    "1e999999999, NumericLessThan",
    "1E+2147483647, NumericLessThan",
    "-1e999999999, NumericGreaterThan",
    "1e-999999999, NumericGreaterThan",
    "1e1e1, none",
    "+, none",
    "., none"
  })
  void numbersWithHugeExponentsAreCompared(String number, String met) {
    for (String operator : List.of("NumericEquals", "NumericLessThan", "NumericGreaterThan")) {
      Object condition = Map.of(operator, Map.of("s3:max-keys", number));
      Object context = Map.of("s3:max-keys", "1e999999998");
      assertThat(decide(allow("*", "*", condition), context, "arn:aws:s3:::b/k") == Result.ALLOWED)
          .as(operator)
          .isEqualTo(operator.equals(met));
    }
  }
}
