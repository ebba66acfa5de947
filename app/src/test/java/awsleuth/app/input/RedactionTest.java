package awsleuth.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import org.junit.jupiter.api.Test;

/** What is replaced so that a report can be shared, and what is not. */
class RedactionTest {

  private static String redacted(String text) {
    Redaction redaction = Redaction.fresh();
    redaction.learn(text);
    return redaction.apply(text);
  }

  @Test
  void accountsAndNamesInArnsAreReplacedWhereverTheyStand() {
    assertThat(
            redacted(
                "role/payroll may not read arn:aws:s3:::salaries/2026/list.csv. Ask the owner of"
                    + " arn:aws:iam::123456789012:role/payroll in 123456789012."))
        .isEqualTo(
            "role/name-3 may not read arn:aws:s3:::name-1/2026/name-2. Ask the owner of"
                + " arn:aws:iam::000000000001:role/name-3 in 000000000001.");
  }

  @Test
  void shortNamesAreReplacedWithinTheirArn() {
    assertThat(redacted("arn:aws:iam::123456789012:user/bob calls s3 as s3"))
        .isEqualTo("arn:aws:iam::000000000001:user/name-1 calls s3 as s3");
  }

  @Test
  void whatAwsOwnsIsKept() {
    String kept =
        "arn:aws:iam::aws:policy/AdministratorAccess allows lambda:InvokeFunction at"
            + " sts.eu-west-1.amazonaws.com, see https://docs.aws.amazon.com/IAM/latest"
            + " 169.254.169.254";
    assertThat(redacted(kept)).isEqualTo(kept);
    assertThat(redacted("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/resize:*"))
        .isEqualTo("arn:aws:logs:eu-west-1:000000000001:log-group:/aws/lambda/name-1:*");
  }

  @Test
  void namesInTheOptionsOfCommandsAreReplaced() {
    assertThat(
            redacted(
                "aws s3api get-object --bucket salaries --key 2026/list.csv --region eu-west-1"
                    + " # salaries"))
        .isEqualTo(
            "aws s3api get-object --bucket name-1 --key 2026/name-2 --region eu-west-1 # name-1");
  }

  @Test
  void commandsAndSettingsStayAsTheyWork() {
    String decode = "aws sts decode-authorization-message --encoded-message aGVsbG8tQ1";
    assertThat(redacted(decode)).isEqualTo(decode);
    String setting = "export NO_PROXY=169.254.169.254,169.254.170.2,.amazonaws.com";
    assertThat(redacted(setting)).isEqualTo(setting);
    assertThat(redacted("NO_PROXY=10.1.2.3,db.acme.com,.amazonaws.com"))
        .isEqualTo("NO_PROXY=address-1,host-1.example,.amazonaws.com");
    String option = "aws ec2 describe-vpc-attribute --attribute enableDnsSupport";
    assertThat(redacted(option)).isEqualTo(option);
    assertThat(redacted("https://x:(secret)@files.acme.com:9000/")).contains("(secret)@host-");
  }

  @Test
  void hostsAndAddressesAreReplacedButForAwsOwnPart() {
    assertThat(redacted("proxy.acme.com:3128 http://proxy:80 10.1.2.3 10.1.2.3/16 127.0.0.1"))
        .isEqualTo("host-1.example:3128 http://host-2.example:80 address-1 address-1/16 127.0.0.1");
    assertThat(redacted("salaries.s3.eu-west-1.amazonaws.com db.c9x.eu-west-1.rds.amazonaws.com"))
        .isEqualTo("name-1.s3.eu-west-1.amazonaws.com name-2.eu-west-1.rds.amazonaws.com");
    assertThat(redacted("botocore.exceptions.ClientError in app.py"))
        .isEqualTo("botocore.exceptions.ClientError in app.py");
  }

  @Test
  void theIdOfABatchLineIsTheCallersAndKept() {
    String line =
        "{\"id\": \"123456789012\", \"text\": \"An error occurred (AccessDenied) when calling the"
            + " GetObject operation: User: arn:aws:iam::123456789012:user/alice is not authorized"
            + " to perform: s3:GetObject on resource: \\\"arn:aws:s3:::payroll/x\\\" because no"
            + " identity-based policy allows the s3:GetObject action\"}\n";
    String answer = Command.pipe(line, "--batch", "--redact").out();
    assertThat(answer)
        .startsWith("{\"id\":\"123456789012\",")
        .contains("arn:aws:iam::000000000001:user/name-")
        .doesNotContain("payroll")
        .doesNotContain("alice");
  }
}
