package awsleuth.collect.live;

import awsleuth.collect.call.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policy of a resource, of the services that have one and give it to readers.
 *
 * @param resource its ARN; of a secret its name, where AWS tells that alone
 */
record ResourcePolicy(Arn arn, String resource) implements LiveQuestion {

  /** Of an ARN; empty where the service has none or it is not read here. */
  static Optional<LiveQuestion> of(String resource) {
    return Arn.of(resource)
        .filter(a -> !how(a, resource).permissions.isEmpty())
        .map(a -> new ResourcePolicy(a, resource));
  }

  /**
   * Likewise, where AWS may name a secret alone, which then is one of the caller's account (Secrets
   * Manager, GetResourcePolicy: SecretId).
   */
  static Optional<LiveQuestion> of(String action, String resource, String principal) {
    boolean named =
        action.startsWith("secretsmanager:")
            && !resource.isEmpty()
            && !resource.equals("*")
            && !resource.startsWith("arn:");
    return named
        ? Arn.of(principal)
            .map(p -> new Arn(p.partition(), "secretsmanager", "", p.account(), resource))
            .map(a -> new ResourcePolicy(a, resource))
        : of(resource);
  }

  /** How the policy of a resource is asked for. */
  private record How(
      List<String> permissions,
      String service,
      String operation,
      Map<String, ?> parameters,
      List<String> path) {

    static final How NONE = new How(List.of(), "", "", Map.of(), List.of());
  }

  private static How how(Arn arn, String resource) {
    return switch (arn.service()) {
      case "s3" ->
          isBucket(arn)
              ? new How(
                  List.of("s3:GetBucketPolicy", "s3:GetBucketPublicAccessBlock"),
                  "s3",
                  "GetBucketPolicy",
                  Map.of("Bucket", bucket(arn)),
                  List.of())
              : How.NONE;
      case "kms" ->
          arn.resource().startsWith("key/")
              ? new How(
                  List.of("kms:GetKeyPolicy"),
                  "kms",
                  "GetKeyPolicy",
                  Map.of("KeyId", resource, "PolicyName", "default"),
                  List.of("Policy"))
              : How.NONE;
      case "sqs" ->
          new How(
              List.of("sqs:GetQueueAttributes"),
              "sqs",
              "GetQueueAttributes",
              Map.of("QueueUrl", queue(arn), "AttributeNames", List.of("Policy")),
              List.of("Attributes", "Policy"));
      case "sns" ->
          new How(
              List.of("sns:GetTopicAttributes"),
              "sns",
              "GetTopicAttributes",
              Map.of("TopicArn", resource),
              List.of("Attributes", "Policy"));
      case "lambda" ->
          arn.resource().startsWith("function:")
              ? new How(
                  List.of("lambda:GetPolicy"),
                  "lambda",
                  "GetPolicy",
                  Map.of("FunctionName", resource),
                  List.of("Policy"))
              : How.NONE;
      case "secretsmanager" ->
          new How(
              List.of("secretsmanager:GetResourcePolicy"),
              "secretsmanager",
              "GetResourcePolicy",
              Map.of("SecretId", resource),
              List.of("ResourcePolicy"));
      case "ecr" ->
          new How(
              List.of("ecr:GetRepositoryPolicy"),
              "ecr",
              "GetRepositoryPolicy",
              Map.of(
                  "registryId",
                  arn.account(),
                  "repositoryName",
                  arn.resource().replaceFirst("^repository/", "")),
              List.of("policyText"));
      default -> How.NONE;
    };
  }

  /**
   * Whether it is a bucket, or an object named by its bucket: access points and the rest have an
   * account in their ARNs (service authorization reference, "Resource types defined by Amazon S3").
   */
  private static boolean isBucket(Arn arn) {
    return arn.account().isEmpty() && arn.region().isEmpty() && !bucket(arn).isEmpty();
  }

  private static String bucket(Arn arn) {
    int slash = arn.resource().indexOf('/');
    return slash < 0 ? arn.resource() : arn.resource().substring(0, slash);
  }

  private static String queue(Arn arn) {
    String suffix = arn.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://sqs."
        + arn.region()
        + "."
        + suffix
        + "/"
        + arn.account()
        + "/"
        + arn.resource();
  }

  @Override
  public String what() {
    return "the policy of " + resource;
  }

  @Override
  public List<String> permissions() {
    return how(arn, resource).permissions;
  }

  @Override
  public void ask(Asking asking) {
    if (!resource.startsWith("arn:") && !arn.account().equals(asking.account())) {
      asking.leaveOpen(what(), "it is not known that the credentials that ask are of its account");
      return;
    }
    How how = how(arn, resource);
    Asking there = arn.region().isEmpty() ? asking : asking.in(arn.region());
    there
        .answer(what(), how.service, how.operation, how.parameters)
        .map(a -> how.service.equals("s3") ? a.text() : text(a.document(), how.path))
        .filter(text -> !text.isEmpty())
        .ifPresent(text ->
            asking.keep(
                "resource-policy-" + Texts.plain(arn.service() + "-" + named()) + ".json",
                Texts.policy(Map.of("Arn", resource), "Policy", text)));
    if (how.service.equals("s3")) {
      asking
          .call(
              "the public access block of " + bucket(arn),
              "s3",
              "GetPublicAccessBlock",
              Map.of("Bucket", bucket(arn)))
          .ifPresent(d -> asking.keep("public-access-block.json", Texts.pretty(d)));
    }
  }

  private String named() {
    return arn.service().equals("s3") ? bucket(arn) : arn.name();
  }

  /** A member of JSON, or of a map as the query protocol has it: entries of key and value. */
  private static String text(Document answer, List<String> path) {
    String plain = answer.textAt(path.toArray(String[]::new));
    if (!plain.isEmpty()) {
      return plain;
    }
    return answer.items(path.getFirst()).stream()
        .filter(entry -> entry.textAt("key").equals(path.getLast()))
        .map(entry -> entry.textAt("value"))
        .findFirst()
        .orElse("");
  }
}
