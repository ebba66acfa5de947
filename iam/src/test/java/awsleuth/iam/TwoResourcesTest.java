package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a policy can tell one resource from another. */
final class TwoResourcesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          s3:GetObject | Resource    | "arn:aws:s3:::b/*"                                     | true
          s3:GetObject | Resource    | "arn:aws:s3:::c/*"                                     | true
          s3:GetObject | Resource    | "arn:aws:s3:::b/private/*"                             | false
          s3:GetObject | Resource    | "arn:aws:s3:::b/public/*"                              | false
          s3:GetObject | Resource    | ["arn:aws:s3:::b/private/*", "arn:aws:s3:::b/public/*"] | false
          s3:GetObject | NotResource | "arn:aws:s3:::b/private/*"                             | false
          s3:GetObject | NotResource | "arn:aws:s3:::c/*"                                     | true
          s3:PutObject | Resource    | "arn:aws:s3:::b/private/*"                             | true
          s3:*         | Resource    | "arn:aws:s3:::b/private/*"                             | false
          s3:GetObject | Resource    | "arn:aws:s3:::b/${aws:PrincipalTag/team}/*"            | false
          """)
  void by_the_patterns_of_what_is_about_the_action(
      String action, String element, String patterns, boolean alike) {
    String document =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Action\": \""
            + "%s\", \"%s\": %s}}".formatted(action, element, patterns);
    Request request =
        new Request(
            Principal.parse("arn:aws:iam::111122223333:role/billing").orElseThrow(),
            "s3:GetObject",
            "arn:aws:s3:::b/private/1",
            "",
            Context.OPEN);
    assertThat(
            TwoResources.areAlike(
                PolicyParser.parse("p", PolicyType.IDENTITY, document).policy().orElseThrow(),
                request,
                "arn:aws:s3:::b/public/1"))
        .isEqualTo(alike);
  }
}
