package awsleuth.app.test;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be there for moto to refuse a call as the service did.
 *
 * @param python statements of the fixture that make it; empty where nothing has to be there
 */
record MotoScene(String python) {

  /** The services of which moto tells the truth about what is not there. */
  private static final Set<String> ABSENT =
      Set.of(
          "s3",
          "cloudformation",
          "dynamodb",
          "sqs",
          "lambda",
          "secretsmanager",
          "ssm",
          "iam",
          "logs",
          "kms",
          "sns",
          "ec2",
          "stepfunctions",
          "kinesis",
          "events",
          "eks",
          "rds",
          "glue",
          "ecs");

  /** The operations that moto refuses the second time as the service does. */
  private static final Set<String> TWICE =
      Set.of(
          "dynamodb.CreateTable",
          "secretsmanager.CreateSecret",
          "ssm.PutParameter",
          "iam.CreateRole",
          "iam.CreateUser",
          "iam.CreateGroup",
          "logs.CreateLogGroup",
          "kinesis.CreateStream",
          "ecr.CreateRepository");

  private static final String LINE = "        ";
  private static final String SQS = "AWS.SimpleQueueService.NonExistentQueue";

  /** The scene of a cause's call; empty where it is not known that moto refuses it. */
  static Optional<MotoScene> of(Subject subject, AwsCatalog catalog) {
    String operation = subject.client() + "." + subject.operation().name();
    return switch (subject.cause().id()) {
      case "resource/not-found", "resource/bucket-not-found" ->
          ABSENT.contains(subject.client()) && !subject.standsIn()
              ? Optional.of(new MotoScene(""))
              : Optional.empty();
      case "resource/key-not-found" ->
          subject.client().equals("s3") && hasBucket(subject)
              ? Optional.of(new MotoScene(bucket(subject, catalog)))
              : Optional.empty();
      case "resource/already-exists" ->
          isRefusedTwice(operation, subject)
              ? Optional.of(new MotoScene(LINE + "getattr(client, METHOD)(**PARAMETERS)\n"))
              : Optional.empty();
      case "resource/wrong-state" ->
          operation.equals("s3.DeleteBucket")
                  && subject.call().code().equals("BucketNotEmpty")
                  && hasBucket(subject)
              ? Optional.of(new MotoScene(bucket(subject, catalog) + object("'left.txt'")))
              : Optional.empty();
      case "resource/condition-failed" -> condition(operation, subject, catalog);
      default -> Optional.empty();
    };
  }

  /** moto's one account owns all buckets; in us-east-1 it makes a bucket twice, as S3 does. */
  private static boolean isRefusedTwice(String operation, Subject subject) {
    return operation.equals("s3.CreateBucket")
        ? subject.call().code().equals("BucketAlreadyOwnedByYou")
            && subject.parameters().has("CreateBucketConfiguration")
        : TWICE.contains(operation);
  }

  private static Optional<MotoScene> condition(
      String operation, Subject subject, AwsCatalog catalog) {
    PyValue.Dict parameters = subject.parameters();
    if (Set.of("s3.PutObject", "s3.GetObject").contains(operation)
        && hasBucket(subject)
        && (parameters.has("IfNoneMatch") || parameters.has("IfMatch"))) {
      return Optional.of(new MotoScene(bucket(subject, catalog) + object("PARAMETERS[\"Key\"]")));
    }
    return operation.equals("dynamodb.PutItem")
            && parameters.get("Item") instanceof PyValue.Dict item
            && parameters.get("ConditionExpression") instanceof PyValue.Str(String condition)
        ? key(condition, item).map(MotoScene::table)
        : Optional.empty();
  }

  /** The key that must not be there; empty where the condition is another one. */
  private static Optional<String> key(String condition, PyValue.Dict item) {
    String start = "attribute_not_exists(";
    boolean plain = condition.startsWith(start) && condition.indexOf(')') == condition.length() - 1;
    return Optional.of(condition)
        .filter(_ -> plain)
        .map(c -> c.substring(start.length(), c.length() - 1).strip())
        .filter(item::has);
  }

  private static MotoScene table(String key) {
    String name = PythonForm.literal(key);
    return new MotoScene(
        LINE
            + "client.create_table(\n            TableName=PARAMETERS[\"TableName\"],\n"
            + "            AttributeDefinitions=[{\"AttributeName\": "
            + name
            + ", \"AttributeType\": next(iter(PARAMETERS[\"Item\"]["
            + name
            + "]))}],\n            KeySchema=[{\"AttributeName\": "
            + name
            + ", \"KeyType\": \"HASH\"}],\n            BillingMode=\"PAY_PER_REQUEST\",\n"
            + "        )\n"
            + LINE
            + "client.put_item(TableName=PARAMETERS[\"TableName\"], Item=PARAMETERS[\"Item\"])\n");
  }

  /** Whether the bucket's name is one that a bucket can be made with, in moto as in S3. */
  private static boolean hasBucket(Subject subject) {
    return subject.parameters().get("Bucket") instanceof PyValue.Str(String name)
        && name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  }

  private static String bucket(Subject subject, AwsCatalog catalog) {
    String region = subject.region(catalog);
    String where =
        region.equals("us-east-1")
            ? ""
            : ", CreateBucketConfiguration="
                + PythonText.repr(Dicts.of("LocationConstraint", region));
    return LINE + "client.create_bucket(Bucket=PARAMETERS[\"Bucket\"]" + where + ")\n";
  }

  private static String object(String key) {
    return LINE + "client.put_object(Bucket=PARAMETERS[\"Bucket\"], Key=" + key + ", Body=b\"\")\n";
  }

  /** The other name that SQS has for a queue that is not there, which moto may say instead. */
  Optional<String> otherCode(String code) {
    return code.equals("QueueDoesNotExist")
        ? Optional.of(SQS)
        : code.equals(SQS) ? Optional.of("QueueDoesNotExist") : Optional.empty();
  }
}
