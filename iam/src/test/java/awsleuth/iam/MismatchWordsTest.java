package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an element that does not match. */
class MismatchWordsTest {

  private static final Map<String, String> CONTEXT =
      Map.of(
          "aws:CurrentTime",
          "2026-05-01T00:00:00Z",
          "s3:max-keys",
          "10",
          "aws:PrincipalTag/team",
          "a",
          "aws:ResourceTag/team",
          "b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DateLessThan                | aws:CurrentTime | 2026-01-01T00:00:00Z | to be before `2026-01-01T00:00:00Z`
          DateGreaterThanEquals       | aws:CurrentTime | 2027 | to be at or after `2027`
          NumericLessThanEquals       | s3:max-keys | 9 | to be at most `9`
          NumericLessThan             | s3:max-keys | 9 | to be less than `9`
          NumericGreaterThan          | s3:max-keys | 11 | to be more than `11`
          NumericGreaterThanEqualsIfExists | s3:max-keys | 11 | to be at least `11`
          Null                        | s3:max-keys | true | to be absent
          Null                        | s3:prefix | false | to be present
          StringNotEquals             | aws:PrincipalTag/team | a | to be other than `a`
          StringLike                  | aws:PrincipalTag/team | b* | to be like `b*`
          StringNotLike               | aws:PrincipalTag/team | a* | to be unlike `a*`
          StringEqualsIgnoreCase      | aws:PrincipalTag/team | B | to be, in any letter case, `B`
          StringEquals                | aws:PrincipalTag/team | ${aws:ResourceTag/team} | to be `${aws:ResourceTag/team}` (here `b`)
          StringEquals                | aws:PrincipalTag/team | ${aws:ResourceTag/x} | to be `${aws:ResourceTag/x}` (here without a value)
          """)
  void aConditionIsSaidInTheWordsOfItsOperator(
      String operator, String key, String value, String words) {
    assertThat(
            said(
                "2012-10-17",
                "\"Resource\": \"*\", \"Condition\": {\"%s\": {\"%s\": \"%s\"}}"
                    .formatted(operator, key, value)))
        .startsWith("`" + operator + "` wants `" + key + "` " + words + "; ");
  }

  @Test
  void aVariableOfAVersionWithoutThemIsSaidToBeLiteral() {
    assertThat(said("2008-10-17", "\"Resource\": \"arn:aws:s3:::b/${aws:username}/*\""))
        .isEqualTo(
            "`${aws:username}` is literal text, as the policy's Version is not `2012-10-17`, which"
                + " alone has policy variables");
    assertThat(
            said(
                "2008-10-17",
                "\"Resource\": \"*\", \"Condition\": {\"StringEquals\": {\"aws:PrincipalTag/team\":"
                    + " \"${aws:ResourceTag/team}\"}}"))
        .contains(
            "to be `${aws:ResourceTag/team}`; the request has `a`; `${aws:ResourceTag/team}` is literal");
  }

  @Test
  void whatHasNoClosingBraceIsNoVariable() {
    assertThat(said("2012-10-17", "\"Resource\": \"arn:aws:s3:::b/${aws:username/*\""))
        .startsWith("`${aws:username/*` has no closing brace");
  }

  private static String said(String version, String elements) {
    String text =
        """
        {"Version": "%s", "Statement": {"Effect": "Allow", "Action": "s3:*", %s}}
        """
            .formatted(version, elements);
    Request request =
        new Request(
            Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow(),
            "s3:GetObject",
            "arn:aws:s3:::b/alice/x",
            "111122223333",
            Context.of(CONTEXT));
    PolicySet set =
        PolicySet.NONE.withIdentity(
            List.of(
                PolicyParser.parse("p.json", PolicyType.IDENTITY, text).policy().orElseThrow()));
    return MismatchWords.of(
        Authorizer.of(set).explain(request).nearest().orElseThrow().mismatches().getFirst());
  }
}
