package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.permissions.Destinations;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Map;

/** What services refuse that have no list of their own, with the remedy. */
enum ServiceAnswer implements StandardAnswer {
  /**
   * S3 sends to each destination a first message, or asks for its policy (Amazon S3 user guide,
   * "Granting permissions to publish event notification messages to a destination").
   */
  DESTINATION("unable to validate the following destination configurations") {
    @Override
    public String summary() {
      return "S3 cannot send to a destination: its policy, its Region or its name";
    }

    @Override
    public List<Citation> cite(Facts facts) {
      return Destinations.cite(facts);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return Destinations.fixes(facts);
    }
  },
  /** Amazon Rekognition developer guide, "InvalidS3ObjectException". */
  UNREADABLE_OBJECT("unable to get object metadata from s3") {
    @Override
    public String summary() {
      return "the service cannot read the object: its key, its Region or permissions";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String bucket = facts.argument("Bucket", "<bucket>");
      return List.of(
          Fix.command(
              "see whether the object is there and the caller may read it",
              "aws s3api head-object --bucket "
                  + bucket
                  + " --key "
                  + facts.argument("Key", "<key>")),
          Fix.command(
              "see the bucket's Region: the client has to be one of the same",
              "aws s3api head-bucket --bucket " + bucket + " --query BucketRegion"));
    }
  },
  /** CloudWatch Logs user guide, "Subscription filters": it sends one message before. */
  TEST_MESSAGE("could not deliver test message to specified") {
    @Override
    public String summary() {
      return "CloudWatch Logs cannot send to the destination: its state or the role";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String role = facts.parameter("roleArn").orElse("");
      String name = Literal.shell(role.substring(role.lastIndexOf('/') + 1), "<role>");
      return List.of(
          Fix.command(
              "see whether the stream is active",
              "aws kinesis describe-stream-summary --stream-arn "
                  + facts.argument("destinationArn", "<stream ARN>")
                  + " --query StreamDescriptionSummary.StreamStatus"),
          Fix.command(
              "see whether the role trusts logs.amazonaws.com, and wait after making it",
              "aws iam get-role --query Role.AssumeRolePolicyDocument --role-name " + name),
          Fix.command(
              "see whether it may put records", "aws iam list-role-policies --role-name " + name));
    }
  },
  /** IAM user guide, "Roles terms and concepts", role chaining. */
  ROLE_CHAINING("session limit for roles assumed by role chaining") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "ask for an hour at most: a role that a role assumes has no longer session",
              "DurationSeconds=3600"));
    }

    @Override
    public Map<String, String> instead() {
      return Map.of("DurationSeconds", "3600");
    }
  },
  SESSION_DURATION("exceeds the maxsessionduration set for this role") {
    @Override
    public List<Fix> fixes(Facts facts) {
      String role = facts.parameter("RoleArn").orElse("");
      String name = Literal.shell(role.substring(role.lastIndexOf('/') + 1), "<role>");
      return List.of(
          Fix.command(
              "see how many seconds the role allows, and ask for no more",
              "aws iam get-role --query Role.MaxSessionDuration --role-name " + name),
          Fix.askAdministrator(
              "or let the role allow more, 12 hours at most",
              "aws iam update-role --max-session-duration 43200 --role-name " + name));
    }
  },
  NOT_IN_REGION(
      "functionality you requested is not available in this region",
      "not supported in this region",
      "not available in this region") {
    @Override
    public String summary() {
      return "the Region does not have what is asked for";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "ask in a Region that has it, or leave the parameter out that asks for it",
              Calls.call(facts, "<parameters without it>")),
          Fix.command(
              "see which Regions the service is in",
              "aws ssm get-parameters-by-path --path"
                  + " /aws/service/global-infrastructure/services/"
                  + Literal.shell(facts.call().service(), "<service>")
                  + "/regions --query 'Parameters[].Value'"));
    }
  },
  /** SageMaker reads with its execution role what its input or its model names. */
  NO_DATA("no s3 objects found under s3 url", "could not find model data at s3://") {
    @Override
    public String summary() {
      return "there is no object where the service is to read, or its role cannot list it";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String url = Mentioned.after(facts, "s3://").orElse("");
      String path = url.endsWith(".") ? url.substring(0, url.length() - 1) : url;
      return List.of(
          Fix.command(
              "see what is there",
              "aws s3 ls " + Literal.shell(path.isEmpty() ? "" : "s3://" + path, "<s3 URL>")),
          Fix.askAdministrator(
              "let the execution role list the bucket and read the objects",
              "aws iam list-attached-role-policies --role-name <role>"));
    }
  },
  CAPABILITIES("requires capabilities : [") {
    @Override
    public List<Fix> fixes(Facts facts) {
      String named = Mentioned.after(facts, "apabilities : [").orElse("<capability>");
      String capability = Literal.name(named, "<capability>");
      return List.of(
          new Fix.Command(
              "say that the stack may make such resources, once the template was read",
              "--capabilities " + capability,
              Fix.reviewOrTemplate(capability)),
          new Fix.CodeEdit(
              "or in boto3",
              "Capabilities=[\"" + capability + "\"]",
              Fix.reviewOrTemplate(capability)));
    }
  },
  SECRET_HASH("unable to verify secret hash") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "hash the very user name that is sent, with the client's own id and secret",
              "base64.b64encode(hmac.digest(secret.encode(), (username + client_id).encode(),"
                  + " \"sha256\")).decode()"));
    }
  },
  CIPHERTEXT {
    @Override
    public List<String> phrases() {
      return List.of();
    }

    @Override
    public boolean isSeen(Facts facts) {
      return facts.code("InvalidCiphertextException");
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "pass the bytes that KMS gave: neither in base64 nor cut, with the same context",
              "CiphertextBlob=base64.b64decode(<text>), EncryptionContext=<the one of Encrypt>"));
    }
  },
  /** Athena user guide, "Specify a query result location". */
  OUTPUT_BUCKET("unable to verify/create output bucket") {
    @Override
    public String summary() {
      return "Athena cannot use the bucket for the results of queries";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String bucket =
          Literal.shell(Mentioned.after(facts, "output bucket ").orElse(""), "<bucket>");
      return List.of(
          Fix.command(
              "see whether the bucket is there, in the Region of the query, and the caller's to"
                  + " use",
              "aws s3api head-bucket --bucket " + bucket),
          Fix.askAdministrator(
              "let the caller find, list and write it",
              "s3:GetBucketLocation, s3:ListBucket, s3:PutObject and s3:GetObject on the bucket "
                  + bucket
                  + " and its objects are needed for the results of queries."));
    }
  };

  private final List<String> phrases;

  ServiceAnswer(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
