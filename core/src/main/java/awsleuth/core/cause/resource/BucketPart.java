package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to a bucket or an object and is missing there, while that is there (S3 API
 * reference, "List of error codes"). Another account or Region has nothing to do with it.
 */
enum BucketPart {
  /** A policy, tags or a configuration, of which a bucket has none until one is set. */
  SETTING("nothing of this kind was set on the bucket") {
    @Override
    boolean isOf(Facts facts) {
      return facts.code(
          "NoSuchBucketPolicy",
          "NoSuchConfiguration",
          "NoSuchCORSConfiguration",
          "NoSuchLifecycleConfiguration",
          "NoSuchObjectLockConfiguration",
          "NoSuchPublicAccessBlockConfiguration",
          "NoSuchTagSet",
          "NoSuchWebsiteConfiguration",
          "ObjectLockConfigurationNotFoundError",
          "OwnershipControlsNotFoundError",
          "ReplicationConfigurationNotFoundError",
          "ServerSideEncryptionConfigurationNotFoundError");
    }

    @Override
    List<Fix> fixes(Facts facts) {
      Fix answer =
          Fix.codeEdit(
              "take it as an answer: there is none until one is set",
              """
              except botocore.exceptions.ClientError as error:
                  if error.response["Error"]["Code"] != %s:
                      raise\
              """
                  .formatted(Literal.python(facts.call().code())));
      return set(facts).map(set -> List.of(answer, set)).orElseGet(() -> List.of(answer));
    }

    // The operation that sets what the call asks for.
    private Optional<Fix> set(Facts facts) {
      String asked = facts.call().operation();
      return asked.startsWith("Get")
          ? facts
              .catalog()
              .operationName("s3", "Put" + asked.substring("Get".length()))
              .map(put ->
                  Fix.codeEdit(
                      "or set one", "client." + facts.catalog().methodName(put) + "(<parameters>)"))
          : Optional.empty();
    }
  },
  /** An upload in parts, which ends when it is completed or aborted. */
  UPLOAD("no upload of this id is open: it was completed or aborted") {
    @Override
    boolean isOf(Facts facts) {
      return facts.code("NoSuchUpload");
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which uploads are open",
              "aws s3api list-multipart-uploads --bucket " + facts.argument("Bucket", "<bucket>")),
          Fix.codeEdit(
              "begin it anew, and let boto3 upload the parts",
              "s3.upload_file(\"<file>\", "
                  + Literal.python(facts.parameter("Bucket").orElse("<bucket>"))
                  + ", "
                  + Literal.python(facts.parameter("Key").orElse("<key>"))
                  + ")"));
    }
  };

  private final String summary;

  BucketPart(String summary) {
    this.summary = summary;
  }

  /** What a finding says of it. */
  String summary() {
    return summary;
  }

  abstract boolean isOf(Facts facts);

  abstract List<Fix> fixes(Facts facts);

  /** What the code says to be missing; empty where it is no such thing. */
  static Optional<BucketPart> of(Facts facts) {
    return facts.call().service().equals("s3")
        ? List.of(values()).stream().filter(p -> p.isOf(facts)).findFirst()
        : Optional.empty();
  }
}
