package awsleuth.core.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parameters that the refused resource tells by its ARN. */
final class DenialParameters {

  /** Parameters that the call surely had, since AWS names the thing by them. */
  static final List<String> TOLD_BY_CALL = List.of("TopicArn", "IndexName", "GroupId");

  private static final String ACCESS_POINT = "accesspoint/";
  private static final String OBJECT = "/object/";

  private final String arn;
  private final String[] parts;
  private final Map<String, String> known;

  private DenialParameters(String arn, Map<String, String> known) {
    this.arn = arn;
    this.parts = arn.split(":", 6);
    this.known = known;
  }

  static void read(Facts facts, Map<String, String> known) {
    if (facts.denial() instanceof Fact.Known<Denial> denial) {
      String arn = denial.value().resource();
      if (isSource(facts, denial.value())) {
        source(arn, known);
      } else {
        read(arn, known);
      }
      boolean name = !arn.isEmpty() && !arn.startsWith("arn:") && arn.indexOf('*') < 0;
      if (name && facts.call().service().equals("secretsmanager")) {
        known.putIfAbsent("SecretId", arn); // of a secret that is not there its name is told
      }
    }
    Mentioned.ownArn(facts).ifPresent(arn -> read(arn, known));
  }

  /** Whether what a copy reads was refused, not what it writes. */
  private static boolean isSource(Facts facts, Denial denial) {
    String operation = facts.call().operation();
    return (operation.equals("CopyObject") || operation.equals("UploadPartCopy"))
        && denial.action().toLowerCase(Locale.ROOT).startsWith("s3:get");
  }

  private static void source(String arn, Map<String, String> known) {
    String[] parts = arn.split(":", 6);
    if (parts.length == 6 && parts[5].indexOf('/') > 0 && arn.indexOf('*') < 0) {
      known.putIfAbsent("CopySource", parts[5]);
    }
  }

  private static void read(String arn, Map<String, String> known) {
    DenialParameters told = new DenialParameters(arn, known);
    if (arn.startsWith("arn:") && told.parts.length == 6 && arn.indexOf('*') < 0) {
      told.read();
    }
  }

  private void read() {
    switch (parts[2]) {
      case "s3" -> object();
      case "iam" -> identity();
      case "dynamodb" -> {
        first("table/", "TableName");
        int index = parts[5].indexOf("/index/");
        put("IndexName", index < 0 ? "" : parts[5].substring(index + "/index/".length()));
      }
      case "lambda" -> first("function:", "FunctionName");
      case "cloudformation" -> first("stack/", "StackName");
      case "kinesis" -> first("stream/", "StreamName");
      case "logs" -> first("log-group:", "logGroupName");
      case "ecr" -> rest("repository/", "repositoryName");
      case "ssm" -> parameter();
      case "secretsmanager" -> put("SecretId", arn);
      case "kms" -> put("KeyId", arn);
      case "sns" -> put("TopicArn", arn);
      case "states" -> put("stateMachineArn", arn);
      case "sqs" -> queue();
      default -> {}
    }
  }

  private void object() {
    if (parts[5].startsWith(ACCESS_POINT) && !parts[4].isEmpty()) {
      point();
      return;
    }
    int slash = parts[5].indexOf('/');
    put("Bucket", slash < 0 ? parts[5] : parts[5].substring(0, slash));
    if (slash > 0) {
      put("Key", parts[5].substring(slash + 1));
    }
  }

  /**
   * Of an access point, whose ARN takes the place of the bucket's name.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html">Access
   *     points</a>
   */
  private void point() {
    int end = parts[5].indexOf('/', ACCESS_POINT.length());
    String rest = end < 0 ? "" : parts[5].substring(end);
    put("Bucket", arn.substring(0, arn.length() - rest.length()));
    if (rest.startsWith(OBJECT)) {
      put("Key", rest.substring(OBJECT.length()));
    }
  }

  private void identity() {
    String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
    if (parts[5].startsWith("role/")) {
      put("RoleName", name);
      put("RoleArn", arn);
      put("roleArn", arn);
      put("Role", arn);
    } else if (parts[5].startsWith("user/")) {
      put("UserName", name);
    }
  }

  /** Parameters in a path are named with the slash before them; others without. */
  private void parameter() {
    String name = parts[5].startsWith("parameter/") ? parts[5].substring(9) : "";
    put("Name", name.lastIndexOf('/') > 0 ? name : name.replace("/", ""));
  }

  private void queue() {
    String host = parts[1].equals("aws-cn") ? ".amazonaws.com.cn/" : ".amazonaws.com/";
    put("QueueUrl", "https://sqs." + parts[3] + host + parts[4] + "/" + parts[5]);
  }

  /** The name behind a kind, without what is within the thing. */
  private void first(String kind, String member) {
    if (parts[5].startsWith(kind)) {
      String name = parts[5].substring(kind.length());
      int end = 0;
      boolean path = kind.equals("log-group:");
      while (end < name.length() && name.charAt(end) != ':' && (path || name.charAt(end) != '/')) {
        end++;
      }
      put(member, name.substring(0, end));
    }
  }

  private void rest(String kind, String member) {
    if (parts[5].startsWith(kind)) {
      put(member, parts[5].substring(kind.length()));
    }
  }

  private void put(String member, String value) {
    if (!value.isEmpty()) {
      known.putIfAbsent(member, value);
    }
  }
}
