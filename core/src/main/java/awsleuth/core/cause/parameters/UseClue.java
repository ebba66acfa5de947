package awsleuth.core.cause.parameters;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words that name objects of boto3. */
enum UseClue implements Clue {
  BOTO_OBJECT(
      "serviceresource' object",
      "exceptions object at",
      "botocore.errorfactory' has no attribute",
      "'s3' object",
      "'ec2' object",
      "'dynamodb' object",
      "'sqs' object",
      "'lambda' object",
      "'iam' object",
      "'sts' object",
      "'ssm' object",
      "'client' object",
      "'paramvalidationerror' object",
      "'clienterror' object",
      "'pageiterator' object",
      "'streamingbody' object",
      "module 'boto3.",
      "dynamodb.table' object",
      "s3.bucket' object",
      "s3.object' object"),
  MADE_ERROR("required positional argument: 'operation_name'");

  private final List<String> phrases;

  UseClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
