package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Optional;

/** Refusals of services whose message has one well-known remedy. */
enum StandardAnswer implements Clue {
  /** EC2 API reference: what a dry run ends in that would have succeeded. */
  DRY_RUN("request would have succeeded, but dryrun flag is set") {
    @Override
    String summary() {
      return "nothing is refused: it is a dry run, and the call would succeed";
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(Fix.codeEdit("make the call in earnest", Calls.call(facts, "DryRun=False")));
    }
  },
  /** DynamoDB developer guide, "Expression attribute names". */
  RESERVED_WORD("reserved keyword: ") {
    @Override
    List<Fix> fixes(Facts facts) {
      String word = Mentioned.after(facts, "reserved keyword: ").orElse("<attribute>");
      String name = Literal.name(word, "<attribute>");
      return List.of(
          Fix.codeEdit(
              "write `#" + Literal.name(word, "name") + "` in the expression and say its name",
              "ExpressionAttributeNames={\"#" + name + "\": \"" + name + "\"}"));
    }
  },
  KEY_SCHEMA(
      "provided key element does not match the schema",
      "missing the key",
      "the number of conditions on the keys is invalid",
      "type mismatch for key") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which keys the table has, and of which types: all of them must be given",
              "aws dynamodb describe-table --table-name "
                  + facts.argument("TableName", "<table>")
                  + " --query 'Table.[KeySchema,AttributeDefinitions]'"));
    }
  },
  /** DynamoDB developer guide, "Naming rules and data types": since 2020 of keys alone. */
  EMPTY_STRING(
      "an attributevalue may not contain an empty string", "cannot contain an empty string value") {
    @Override
    String summary() {
      return "an attribute that is a key of the table or of an index is an empty string";
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "leave the attribute out where it is empty, or make no call without a key",
              "item = {name: value for name, value in item.items() if value != \"\"}"));
    }
  },
  ITEM_SIZE("item size has exceeded the maximum allowed size", "item size to update has exceeded") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          new Fix.CodeEdit(
              "an item has 400 KB at most, names included: keep what is large in S3",
              "Item={\"<key>\": <value>, \"<attribute>\": \"s3://<bucket>/<key>\"}",
              Fix.Applicability.TEMPLATE));
    }
  },
  UNZIPPED_SIZE("unzipped size must be smaller than") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command("see what makes it large", "du -sh -- * | sort -h | tail"),
          Fix.askAdministrator(
              "deploy it as a container image, which may have 10 GB; layers count into the 250 MB",
              "aws lambda create-function --package-type Image --code ImageUri=<image URI>"
                  + " --function-name <function> --role <role ARN>"));
    }
  },
  /** IAM user guide, "Roles terms and concepts", role chaining. */
  ROLE_CHAINING("session limit for roles assumed by role chaining") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "ask for an hour at most: a role that a role assumes has no longer session",
              "DurationSeconds=3600"));
    }
  },
  SESSION_DURATION("exceeds the maxsessionduration set for this role") {
    @Override
    List<Fix> fixes(Facts facts) {
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
  /** Amazon EC2 Auto Scaling user guide, "Auto Scaling launch configurations". */
  LAUNCH_TEMPLATE("use launch templates", "launch configuration creation operation is not") {
    @Override
    String summary() {
      return "accounts of today make no launch configurations, but launch templates";
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "make a launch template instead, and name it in the group (Terraform:"
                  + " aws_launch_template)",
              "aws ec2 create-launch-template --launch-template-name <name>"
                  + " --launch-template-data file://<template>.json"));
    }
  },
  NOT_IN_REGION(
      "functionality you requested is not available in this region",
      "not supported in this region",
      "not available in this region") {
    @Override
    String summary() {
      return "the Region does not have what is asked for";
    }

    @Override
    List<Fix> fixes(Facts facts) {
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
  /** EC2 API reference, "Unsupported": the type is not offered in that zone. */
  NOT_OFFERED("requested configuration is currently not supported") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see in which zones the instance type is offered, and launch it there",
              "aws ec2 describe-instance-type-offerings --location-type availability-zone"
                  + " --filters Name=instance-type,Values=<type>"
                  + " --query 'InstanceTypeOfferings[].Location'"));
    }
  },
  /** EC2 user guide, "IAM roles for Amazon EC2": EC2 takes some seconds to see a new profile. */
  INSTANCE_PROFILE("invalid iam instance profile", "invalid iaminstanceprofile") {
    @Override
    String summary() {
      return "EC2 knows no such instance profile, or does not know it yet";
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which instance profiles there are: a role's name is not always its profile's",
              "aws iam list-instance-profiles --query 'InstanceProfiles[].InstanceProfileName'"),
          Fix.codeEdit(
              "where it was made moments before, wait for it, and try again for some 30 seconds",
              "iam.get_waiter(\"instance_profile_exists\").wait(InstanceProfileName=<name>)"));
    }
  },
  /** SageMaker reads with its execution role what its input or its model names. */
  NO_DATA("no s3 objects found under s3 url", "could not find model data at s3://") {
    @Override
    String summary() {
      return "there is no object where the service is to read, or its role cannot list it";
    }

    @Override
    List<Fix> fixes(Facts facts) {
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
  EMR_PROFILE("invalid instanceprofile") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.askAdministrator(
              "create the default roles of EMR and their instance profile, once for each account",
              "aws emr create-default-roles"));
    }
  },
  CAPABILITIES("requires capabilities : [") {
    @Override
    List<Fix> fixes(Facts facts) {
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
  /** S3 API reference, CompleteMultipartUpload: each part by its number and ETag. */
  PARTS {
    @Override
    public List<String> phrases() {
      return List.of();
    }

    @Override
    boolean isSeen(Facts facts) {
      return facts.code("InvalidPart", "InvalidPartOrder");
    }

    @Override
    String summary() {
      return "the parts that are listed are not those that S3 has of the upload";
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which parts there are, and with which ETags",
              "aws s3api list-parts --bucket "
                  + facts.argument("Bucket", "<bucket>")
                  + " --key "
                  + facts.argument("Key", "<key>")
                  + " --upload-id "
                  + facts.argument("UploadId", "<upload id>")),
          Fix.codeEdit(
              "list each part by its number, in ascending order, with the ETag that its UploadPart"
                  + " gave",
              "MultipartUpload={\"Parts\": [{\"PartNumber\": n, \"ETag\": part[\"ETag\"]} for n,"
                  + " part in sorted(parts.items())]}"));
    }
  },
  SECRET_HASH("unable to verify secret hash") {
    @Override
    List<Fix> fixes(Facts facts) {
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
    boolean isSeen(Facts facts) {
      return facts.code("InvalidCiphertextException");
    }

    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "pass the bytes that KMS gave: neither in base64 nor cut, with the same context",
              "CiphertextBlob=base64.b64decode(<text>), EncryptionContext=<the one of Encrypt>"));
    }
  };

  private final List<String> phrases;

  StandardAnswer(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  boolean isSeen(Facts facts) {
    return facts.seen(this);
  }

  /** What is wrong, as a summary. */
  String summary() {
    return "the service refuses a value or a combination of values";
  }

  /** The remedy, the best first; one or more. */
  abstract List<Fix> fixes(Facts facts);

  static Optional<StandardAnswer> of(Facts facts) {
    for (StandardAnswer answer : values()) {
      if (answer.isSeen(facts)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }
}
