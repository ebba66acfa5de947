package awsleuth.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Statements of the kinds that grown policies have. */
final class Statements {

  static final String ACCOUNT = "444455556666";

  /** The applications that statements are for; none begins as another does. */
  static final List<String> APPS =
      List.of("tide", "reef", "gull", "kelp", "buoy", "mast", "oar", "pier", "dune", "cove");

  /** What the conditions of {@link #allow} want, one after the other. */
  private static final List<Map<String, Object>> CONDITIONS =
      List.of(
          when("IpAddress", "aws:SourceIp", List.of("198.51.100.0/24", "2001:db8:77::/48")),
          when("StringEquals", "aws:PrincipalTag/team", List.of("navy", "harbor", "crew")),
          when("StringLike", "aws:UserAgent", List.of("*aws-cli*", "*Boto3*")),
          when("ArnLike", "aws:PrincipalArn", role("ops-*"), "StringNotEquals", "aws:Env", "test"),
          when("DateLessThan", "aws:CurrentTime", "2031-01-01T00:00:00Z"),
          when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}"),
          when("BoolIfExists", "aws:MultiFactorAuthPresent", "true"),
          when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", List.of("o-sea/r-1/ou-7/*")));

  private Statements() {}

  /** A service with some of its actions; in the ARN {@code %s} is the application. */
  record Service(String name, List<String> actions, String arn) {

    String action(int i) {
      return name + ":" + actions.get(i % actions.size());
    }
  }

  static final List<Service> SERVICES =
      List.of(
          new Service("s3", List.of("GetObject", "PutObject", "DeleteObject"), "s3:::%s-data/x"),
          service("ec2", "instance/", "StartInstances", "StopInstances", "RebootInstances"),
          service("dynamodb", "table/", "GetItem", "PutItem", "Query"),
          service("lambda", "function:", "InvokeFunction", "GetFunction", "TagResource"),
          service("sqs", "", "SendMessage", "ReceiveMessage", "DeleteMessage"),
          service("sns", "", "Publish", "Subscribe", "GetTopicAttributes"),
          service("secretsmanager", "secret:", "GetSecretValue", "DescribeSecret", "TagResource"),
          service("logs", "log-group:/", "FilterLogEvents", "StartQuery", "PutRetentionPolicy"),
          service("ecr", "repository/", "BatchGetImage", "PutImage", "DescribeImages"),
          service("states", "stateMachine:", "StartExecution", "ListExecutions", "TagResource"));

  private static Service service(String name, String kind, String... actions) {
    String arn = name + ":eu-north-1:" + ACCOUNT + ":" + kind + "%s-data/x";
    return new Service(name, List.of(actions), arn);
  }

  static String role(String name) {
    return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
  }

  /** A Condition block of operators with one key each. */
  static Map<String, Object> when(Object... operatorsKeysAndValues) {
    Map<String, Object> block = Json.of();
    for (int i = 0; i < operatorsKeysAndValues.length; i += 3) {
      block.put(
          (String) operatorsKeysAndValues[i],
          Json.of(operatorsKeysAndValues[i + 1], operatorsKeysAndValues[i + 2]));
    }
    return block;
  }

  static Map<String, Object> policy(List<Map<String, Object>> statements) {
    return Json.of("Version", "2012-10-17", "Statement", statements);
  }

  static Map<String, Object> statement(
      String effect, Object actions, Object resources, Map<String, Object> condition) {
    Map<String, Object> statement =
        Json.of("Effect", effect, "Action", actions, "Resource", resources);
    if (!condition.isEmpty()) {
      statement.put("Condition", condition);
    }
    return statement;
  }

  /** The same with a Principal. */
  static Map<String, Object> to(Object principal, Map<String, Object> statement) {
    statement.put("Principal", principal);
    return statement;
  }

  static Map<String, Object> denyWithoutTls(Object actions, Object resources) {
    return statement("Deny", actions, resources, when("Bool", "aws:SecureTransport", "false"));
  }

  /** The i-th statement for an application in a service. */
  static Map<String, Object> allow(Service service, int i) {
    String arn = "arn:aws:" + service.arn().replace("eu-north-1", "*").replace("-data/x", "-*");
    List<String> actions =
        IntStream.range(0, service.actions().size()).mapToObj(service::action).toList();
    String own = arn.replace("*:" + ACCOUNT, "eu-north-1:" + ACCOUNT);
    return statement(
        "Allow",
        actions,
        List.of(arn.formatted(app(i)), own.formatted("${aws:PrincipalTag/team}/" + app(i))),
        CONDITIONS.get(i % CONDITIONS.size()));
  }

  static String app(int i) {
    return APPS.get(i % APPS.size());
  }
}
