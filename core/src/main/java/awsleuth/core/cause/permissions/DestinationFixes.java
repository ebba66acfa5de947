package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/**
 * What lets S3 send to a destination.
 *
 * @param to the destination
 */
record DestinationFixes(Destination to) {

  /** What lets S3 send there: a change of the policy given, else a statement for it. */
  List<Fix> of(Facts facts) {
    if (to.isAllowed()) {
      return List.of(
          Fix.command(
              "see whether it is encrypted with a key of KMS whose policy does not let S3 use it",
              encryption()));
    }
    if (to.isDenied()) {
      String of = to.owner().isEmpty() ? "" : "the bucket is of account " + to.owner();
      return PolicyFixes.of(
          facts, to.simulated().orElseThrow(), of.isEmpty() ? List.of() : List.of(of));
    }
    if (to.simulated().isPresent()) {
      return List.of(
          Fix.command(
              "decide by the policy given, with the account of the bucket",
              SimulateCommand.of(to.simulated().get())
                  + " --context aws:SourceAccount=<account> --context aws:SourceArn=arn:aws:s3:::"
                  + to.bucket()));
    }
    if (to.service().equals("lambda")) {
      return List.of(
          Fix.askAdministrator(
              "let S3 call the function",
              "aws lambda add-permission --function-name "
                  + Literal.shell(to.arn())
                  + " --statement-id s3 --action lambda:InvokeFunction --principal"
                  + " s3.amazonaws.com --source-arn "
                  + Literal.shell("arn:aws:s3:::" + to.bucket())
                  + (to.owner().isEmpty() ? "" : " --source-account " + to.owner())));
    }
    return List.of(
        Fix.policyEdit(
            "let S3 send to `" + Literal.line(to.arn()) + "`, in its own policy",
            """
            {
              "Effect": "Allow",
              "Principal": {"Service": "s3.amazonaws.com"},
              "Action": %s,
              "Resource": %s,
              "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::%s"}}
            }\
            """
                .formatted(Literal.json(to.action()), Literal.json(to.arn()), to.bucket())));
  }

  /** What lets S3 send where the call does not tell where to. */
  static List<Fix> untold(Facts facts) {
    String bucket =
        facts
            .parameter("Bucket")
            .filter(name -> name.matches("[A-Za-z0-9.-]{3,63}"))
            .orElse("<bucket>");
    return List.of(
        Fix.policyEdit(
            "let S3 send to the queue or topic, in its own policy",
            """
            {
              "Effect": "Allow",
              "Principal": {"Service": "s3.amazonaws.com"},
              "Action": "<sqs:SendMessage or sns:Publish>",
              "Resource": "<queue or topic ARN>",
              "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::%s"}}
            }\
            """
                .formatted(bucket)),
        Fix.askAdministrator(
            "or let S3 call the function",
            "aws lambda add-permission --function-name <function> --statement-id s3"
                + " --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn "
                + Literal.shell("arn:aws:s3:::" + bucket)));
  }

  private String encryption() {
    String name = to.arn().substring(to.arn().lastIndexOf(':') + 1);
    return switch (to.service()) {
      case "sqs" ->
          "aws sqs get-queue-attributes --attribute-names KmsMasterKeyId --queue-url \"$(aws sqs"
              + " get-queue-url --query QueueUrl --output text --queue-name "
              + Literal.shell(name)
              + ")\"";
      case "sns" ->
          "aws sns get-topic-attributes --query Attributes.KmsMasterKeyId --topic-arn "
              + Literal.shell(to.arn());
      default -> "aws lambda get-function --function-name " + Literal.shell(to.arn());
    };
  }
}
