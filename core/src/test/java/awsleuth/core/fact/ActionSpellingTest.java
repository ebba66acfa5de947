package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionSpellingTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  @ParameterizedTest
  @CsvSource({
    "sqs:tagqueue,sqs:TagQueue",
    "SQS:SENDMESSAGE,sqs:SendMessage",
    "dynamodb:Putitem,dynamodb:PutItem",
    "s3:ListBucket,s3:ListBucket",
    "lambda:Invoke,lambda:Invoke",
    "acme:dothings,acme:dothings",
    "null,null"
  })
  void anActionIsSpelledAsTheReferenceDoes(String written, String spelled) {
    assertThat(ActionSpelling.of(written, AWS)).isEqualTo(spelled);
  }

  @Test
  void aFixAllowsTheActionByItsProperName() {
    String text =
        "An error occurred (AccessDenied) when calling the CreateQueue operation: User:"
            + " arn:aws:iam::123456789012:user/bob is not authorized to perform: sqs:tagqueue on"
            + " resource: arn:aws:sqs:eu-west-1:123456789012:q because no identity-based policy"
            + " allows the sqs:tagqueue action";
    assertThat(
            new Diagnoser(AWS)
                .diagnose(List.of(new Artifact("t", Artifact.Kind.TRACEBACK, text)))
                .toString())
        .contains("\"sqs:TagQueue\"")
        .doesNotContain("`sqs:tagqueue`");
  }
}
