package awsleuth.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no secret stays. */
class NoSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.create(secret=os.environ['KEY2'], token=next_page)",
        "rotate(secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-1)",
        "secret=get_secret2(name)",
        "pass=12345678",
        "secret=prod/db-2",
        "token=$TOKEN2VALUE"
      })
  void whatIsNoValueStays(String line) {
    assertThat(Secrets.mask(line)).isEqualTo(line);
  }

  @Test
  void wordsAboutASecretAreNone() {
    for (String line :
        List.of(
            "what IAM's simulator says of secretsmanager:GetSecretValue: SimulatePrincipalPolicy"
                + " gives 500",
            "CloudTrail's events of GetSecretValue: LookupEvents gives 500",
            "/etc/passwd: is no diagnosis")) {
      assertThat(Secrets.mask(line)).isEqualTo(line);
    }
    assertThat(Secrets.mask("GetSecretValue: hunter2x")).doesNotContain("hunter2x");
  }

  @Test
  void aPlaceholderInQuotesIsNoTag() {
    String call = "create(SecretString='<SecretString>', \"Password\": \"<Password>\", Name='n')";
    assertThat(Secrets.mask(call)).isEqualTo(call);
    assertThat(Secrets.mask("'<Password>hunter2</Password>'")).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The security token included in the request is invalid.",
        "SSOProviderInvalidToken: the SSO session has expired or is invalid",
        "KeyError: 'aws_secret_access_key'",
        "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY",
        "AWS_SECRET_ACCESS_KEY=****************",
        "commit 3f1d07c26b584e90a1c720d94e8bb67a3f1d07c2",
        "  File \"/usr/lib/python3.12/site-packages/botocore/client.py\", line 601, in _api_call",
        "arn:aws:iam::111122223333:role/service-role/AmazonEC2RoleforSSM",
        "audit/AWSLogs/123456789012/CloudTrail/eu-west-1/2026/11/18/a.json",
        "The request signature we calculated does not match the signature you provided.",
        "Signature expired: 20161003T144307Z is now earlier than 20161003T145643Z"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(Secrets.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:finance/payroll-Zz99Yy",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/database-Ab12Cd",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:my-service/database/password-a1B2c3",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:MyAppDatabaseSecret-a1B2c3",
        "arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:prod/api/stripe-Xy12Zw",
        "arn:aws:secretsmanager:*:*:secret:finance/payroll-2024-??????",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3:password:AWSCURRENT:",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:d:token::9d4cb84b-ad69-40c0-a0ab-cea3",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db/password",
        "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/api-token",
        "arn:aws:sns:eu-west-1:111122223333:reset-token:6b0e71bd-7e97-4d97-80ce-4a0994e55286",
        "arn:aws:lambda:eu-west-1:111122223333:function:get-access-token:live2",
        "arn:aws:lambda:eu-west-1:111122223333:function:check-password:$LATEST",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/password:log-stream:2026/1/a1B2",
        "arn:aws:rds:eu-west-1:111122223333:secret:x1y2z3-a4B5c6D7-e8F9"
      })
  void anArnIsNoSecretWhateverItsWordsAre(String arn) {
    for (String frame :
        List.of(
            "is not authorized to perform: secretsmanager:GetSecretValue on resource: %s because",
            "\"Resource\": \"%s\"",
            "{\"secretARN\":\"%s\",\"a\":1}",
            "    SecretId='%s')",
            "aws secretsmanager get-secret-value --secret-id %s")) {
      String line = frame.formatted(arn);
      assertThat(Secrets.mask(line)).isEqualTo(line);
    }
  }
}
