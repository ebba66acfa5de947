package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/**
 * A conditional upload during which another request changed the key: S3 did not look at the
 * condition (Amazon S3 API reference, {@code If-Match} and {@code If-None-Match}).
 */
final class ConditionalUpload {

  private ConditionalUpload() {}

  /** A whole upload again; parts that were uploaded are of no more use. */
  static List<Fix> fixes(Facts facts) {
    if (facts.call().operation().equals("CompleteMultipartUpload")) {
      return List.of(
          Fix.codeEdit(
              "start again from CreateMultipartUpload and upload each part again",
              "upload = client.create_multipart_upload(Bucket="
                  + Literal.python(facts.parameter("Bucket").orElse("<bucket>"))
                  + ", Key="
                  + Literal.python(facts.parameter("Key").orElse("<key>"))
                  + ")"));
    }
    return List.of(
        Again.fix(facts, "upload it again: S3 has not looked at the condition", "sleep 1; "),
        Fix.command(
            "with If-Match, fetch the ETag that the object has now before that",
            "aws s3api head-object --bucket "
                + facts.argument("Bucket", "<bucket>")
                + " --key "
                + facts.argument("Key", "<key>")
                + " --query ETag"));
  }
}
