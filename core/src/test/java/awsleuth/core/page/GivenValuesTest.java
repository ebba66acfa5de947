package awsleuth.core.page;

import static awsleuth.core.page.FirstAnswer.check;
import static awsleuth.core.page.FirstAnswer.error;
import static awsleuth.core.page.FirstAnswer.finding;
import static awsleuth.core.page.FirstAnswer.fixes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What fixes and checks take over from the failed call, and what they must not. */
class GivenValuesTest {

  private static String frame(String code) {
    return "Traceback (most recent call last):\n  File \"app.py\", line 3, in <module>\n    "
        + code
        + "\n";
  }

  @Test
  void aBucketNameThatIsNoneIsNotSentAgain() {
    String text =
        frame("s3.get_object(Bucket='my bucket', Key='x')")
            + "botocore.exceptions.ParamValidationError: Parameter validation failed:\n"
            + "Invalid bucket name \"my bucket\": Bucket name must match the regex \"^[a-z]$\"\n";
    assertThat(check(text)).isEqualTo("aws s3api get-object --bucket <bucket> --key x /dev/null");
  }

  @Test
  void aBucketIsMadeAgainInTheRegionThatItWasToBeIn() {
    String text =
        frame(
                "s3.create_bucket(Bucket='logs-1', CreateBucketConfiguration="
                    + "{'LocationConstraint': 'eu-west-1'})")
            + "botocore.exceptions.ClientError: "
            + error("AccessDenied", "CreateBucket", "Access Denied");
    assertThat(check(text))
        .isEqualTo(
            "aws s3api create-bucket --bucket logs-1 --create-bucket-configuration"
                + " LocationConstraint=eu-west-1 --region eu-west-1");
  }

  @Test
  void aStackIsNotUpdatedWithoutATemplate() {
    String state =
        "Stack:arn:aws:cloudformation:us-east-1:111122223333:stack/web/2a is in"
            + " UPDATE_ROLLBACK_FAILED state and can not be updated.";
    String stuck = error("ValidationError", "UpdateStack", state);
    assertThat(check(stuck)).contains("--template-body <template-body>");
    assertThat(
            check(
                frame("cfn.update_stack(StackName='web', UsePreviousTemplate=True)")
                    + "botocore.exceptions.ClientError: "
                    + stuck))
        .contains("--use-previous-template")
        .doesNotContain("--template-body");
  }

  @Test
  void aStackThatIsToBeDeletedIsNotUpdatedToSeeThatItWorked() {
    String rolledBack =
        error(
            "ValidationError",
            "UpdateStack",
            "Stack:arn:aws:cloudformation:us-east-1:111122223333:stack/web/2a is in"
                + " ROLLBACK_COMPLETE state and can not be updated.");
    assertThat(check(rolledBack)).startsWith("aws cloudformation describe-stacks --stack-name web");
  }

  @Test
  void anEmptyRegionIsSetWhereItGoesBeforeTheProfile() {
    String text =
        frame("boto3.client('sqs').list_queues()")
            + "ValueError: Invalid endpoint: https://sqs..amazonaws.com\n";
    assertThat(fixes(text))
        .startsWith("export AWS_DEFAULT_REGION=<region>")
        .endsWith("[default]\nregion = <region>");
    assertThat(finding(text).fixes().getLast().title()).contains("AWS_DEFAULT_REGION unset");
  }

  @Test
  void aClientIsMadeWithTheServiceThatItWasMadeWith() {
    String text =
        frame("s3 = boto3.client('s3', aws_acces_key_id='x')")
            + "  File \"/v/lib/python3.11/site-packages/boto3/__init__.py\", line 92, in client\n"
            + "    return _get_default_session().client(*args, **kwargs)\n"
            + "TypeError: Session.client() got an unexpected keyword argument"
            + " 'aws_acces_key_id'\n";
    assertThat(fixes(text)).isEqualTo("boto3.client(\"s3\", aws_access_key_id=<value>)");
  }

  @Test
  void theModelOfTheUrlIsAskedAgain() {
    String text =
        "botocore.exceptions.ReadTimeoutError: Read timeout on endpoint URL:"
            + " \"https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/invoke\"";
    assertThat(check(text)).contains("--model-id amazon.nova-lite-v1:0 ");
  }

  @Test
  void aSecretThatIsNamedWithoutAnArnIsAllowedByTheFormOfItsArn() {
    String denied =
        error(
            "AccessDeniedException",
            "GetSecretValue",
            "User: arn:aws:sts::111122223333:assumed-role/etl/job is not authorized to perform:"
                + " secretsmanager:GetSecretValue on resource: %s because no identity-based policy"
                + " allows the secretsmanager:GetSecretValue action");
    assertThat(fixes(denied.formatted("db/orders")))
        .contains("arn:aws:secretsmanager:<region>:111122223333:secret:db/orders-??????");
    assertThat(fixes(denied.formatted("arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-b")))
        .contains("\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-b\"");
  }

  @Test
  void aPortWithoutTlsIsCheckedByHttp() {
    String refused =
        "botocore.exceptions.SSLError: SSL validation failed for https://%s/b"
            + " [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)";
    assertThat(check(refused.formatted("minio.local:9000"))).contains(" http://minio.local:9000/ ");
    assertThat(check(refused.formatted("s3.eu-west-1.amazonaws.com")))
        .contains(" https://s3.eu-west-1.amazonaws.com/ ");
  }

  @Test
  void theHostOfAKnownServiceAndRegionIsPutIn() {
    String text =
        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource"
            + " retrieval failed: unable to retrieve secret from asm: service call has been retried"
            + " 5 time(s): failed to fetch secret"
            + " arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbC from secrets manager:"
            + " RequestCanceled: request context canceled caused by: context deadline exceeded."
            + " Please check your task network configuration.";
    assertThat(check(text)).contains("https://secretsmanager.us-east-1.amazonaws.com/");
    assertThat(finding(text).because().getFirst().text())
        .contains("Please check your task network configuration");
  }

  @Test
  void theOptionThatACommandLacksIsGiven() {
    assertThat(fixes("\naws: error: the following arguments are required: --bucket\n"))
        .isEqualTo("--bucket <bucket>");
  }
}
