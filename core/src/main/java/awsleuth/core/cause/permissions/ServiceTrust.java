package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import awsleuth.core.fact.Need;
import awsleuth.core.fact.RoleParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A role that a service cannot assume: it is not there, its trust policy does not name the service,
 * or, of a Redshift cluster, it is not attached (IAM user guide, "AWS service principals").
 */
final class ServiceTrust {

  private static final String HOST = ".amazonaws.com";

  /** The services by the names of their clients, where their principals are called otherwise. */
  private static final Map<String, String> PRINCIPALS =
      Map.ofEntries(
          Map.entry("stepfunctions", "states"),
          Map.entry("ecs", "ecs-tasks"),
          Map.entry("bedrock-agent", "bedrock"),
          Map.entry("redshift-data", "redshift"),
          Map.entry("redshift-serverless", "redshift-serverless"),
          Map.entry("rds", "rds"),
          Map.entry("emr", "elasticmapreduce"),
          Map.entry("emr-serverless", "emr-serverless"));

  /** Those whose principals have the client's name. */
  private static final List<String> SAME =
      List.of(
          "lambda",
          "sagemaker",
          "redshift",
          "glue",
          "firehose",
          "codebuild",
          "codepipeline",
          "codedeploy",
          "cloudformation",
          "events",
          "scheduler",
          "pipes",
          "batch",
          "bedrock",
          "datasync",
          "transfer",
          "eks",
          "dms",
          "databrew",
          "transcribe",
          "comprehend",
          "apigateway",
          "backup");

  private ServiceTrust() {}

  /** When the role was made: IAM may not have caught up with that. */
  static Need age(Facts facts) {
    return new Need(
        "whether the role was made or changed moments before",
        "aws iam get-role --query Role.CreateDate --role-name "
            + Literal.shell(role(facts), "<role>"));
  }

  static String summary(Facts facts) {
    if (ServiceAssume.of(facts).filter(ServiceAssume::isDenied).isPresent()) {
      return "the role's trust policy does not let the service assume it";
    }
    if (ServiceAssume.of(facts).filter(a -> !a.open().isEmpty()).isPresent()) {
      return "a condition of the role's trust policy may keep the service from assuming it";
    }
    return isOfRedshift(facts)
        ? "the role is not attached to the cluster, or does not trust Redshift"
        : "the role is not there, or its trust policy does not name the service";
  }

  static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    if (isOfRedshift(facts)) {
      fixes.add(attach(facts));
    }
    List<Fix> decided =
        ServiceAssume.of(facts)
            .filter(ServiceAssume::isDenied)
            .map(a -> PolicyFixes.of(facts, a.simulated(), List.of()))
            .orElse(List.of());
    if (!decided.isEmpty()) {
      return decided;
    }
    Optional<ServiceAssume> open = ServiceAssume.of(facts).filter(a -> !a.open().isEmpty());
    if (open.isPresent()) {
      return List.of(
          Fix.askAdministrator(
              "let the condition fit what the service sends: its own account and resource",
              "The condition of the trust policy of "
                  + named(facts)
                  + " has to hold for the account and the ARN of what the service runs."));
    }
    fixes.add(
        Fix.policyEdit(
            "let the trust policy of " + named(facts) + " name the service",
            """
            {
              "Effect": "Allow",
              "Principal": {"Service": %s},
              "Action": "sts:AssumeRole"
            }\
            """
                .formatted(Literal.json(principal(facts) + HOST))));
    return List.copyOf(fixes);
  }

  private static String named(Facts facts) {
    return role(facts).isEmpty() ? "the role" : Literal.line(role(facts));
  }

  /** Redshift takes only roles that were given to the cluster. */
  private static Fix attach(Facts facts) {
    String user = Mentioned.arn(facts, "redshift").orElse("");
    int from = user.indexOf(":dbuser:") + ":dbuser:".length();
    int to = user.indexOf('/');
    String cluster = user.contains(":dbuser:") && to > from ? user.substring(from, to) : "";
    return Fix.askAdministrator(
        "give the role to the cluster, where it does not have it",
        "aws redshift modify-cluster-iam-roles --cluster-identifier "
            + Literal.shell(cluster, "<cluster>")
            + " --add-iam-roles "
            + Literal.shell(Mentioned.arn(facts, "iam").orElse(""), "<role ARN>"));
  }

  private static boolean isOfRedshift(Facts facts) {
    return facts.call().service().startsWith("redshift")
        || Mentioned.arn(facts, "redshift").isPresent();
  }

  /** The principal of the service where the message or the operation tells which it is. */
  static Optional<String> surely(Facts facts) {
    String service = facts.call().service();
    if (isOfRedshift(facts)) {
      return Optional.empty(); // the cluster has to have the role, too
    }
    return Mentioned.principal(facts)
        .or(() -> spoken(facts))
        .or(() -> Optional.of(service).filter(SAME::contains))
        .or(() -> Optional.of("states").filter(_ -> service.equals("stepfunctions")))
        .map(name -> name + HOST);
  }

  /** The service that the message or the call names, without its host; else a placeholder. */
  private static String principal(Facts facts) {
    if (isOfRedshift(facts)) {
      return "redshift";
    }
    return Mentioned.principal(facts)
        .or(() -> spoken(facts))
        .or(() -> Optional.ofNullable(PRINCIPALS.get(facts.call().service())))
        .or(() -> Optional.of(facts.call().service()).filter(SAME::contains))
        .orElse("<service>");
  }

  /** {@code cannot be assumed by Lambda}: a service in words. */
  private static Optional<String> spoken(Facts facts) {
    return Mentioned.after(facts, "assumed by ")
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(SAME::contains);
  }

  /** The role's name; empty where the message and the call name none. */
  private static String role(Facts facts) {
    String arn = arn(facts);
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** The role's ARN; empty where the message and the call name none. */
  static String arn(Facts facts) {
    return Mentioned.arn(facts, "iam")
        .or(() -> RoleParameter.arn(facts))
        .filter(arn -> arn.contains(":role/"))
        .orElse("");
  }

  /** What keeps it open whether the role's trust policy is why. */
  static Need need(Facts facts) {
    Optional<ServiceAssume> assume = ServiceAssume.of(facts);
    if (assume.isPresent()) {
      return assume.get().need();
    }
    return new Need(
        "whether the role is there, and its trust policy",
        "aws iam get-role --query Role.AssumeRolePolicyDocument --role-name "
            + Literal.shell(role(facts), "<role>"));
  }
}
