package awsleuth.core.cause.resource;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Map;

/**
 * A service-linked role that a service cannot use: it is created once for each account, and the
 * first time it takes a while (IAM user guide, "Create a service-linked role").
 */
final class ServiceRole {

  /** The names by which services assume their roles, where they are not those of botocore. */
  private static final Map<String, String> PRINCIPALS =
      Map.of(
          "opensearch", "opensearchservice",
          "es", "opensearchservice",
          "elb", "elasticloadbalancing",
          "elbv2", "elasticloadbalancing",
          "emr", "elasticmapreduce");

  private static final List<String> SAME =
      List.of(
          "ecs",
          "eks",
          "autoscaling",
          "rds",
          "elasticache",
          "elasticmapreduce",
          "organizations",
          "batch",
          "guardduty",
          "inspector2",
          "macie",
          "config",
          "kafka",
          "memorydb",
          "redshift",
          "lightsail",
          "dax");

  private ServiceRole() {}

  static Outcome examine(Facts facts) {
    String service = facts.call().service();
    String name = PRINCIPALS.getOrDefault(service, SAME.contains(service) ? service : "<service>");
    String principal = name + ".amazonaws.com";
    String look = "aws iam list-roles --path-prefix /aws-service-role/" + principal + "/";
    Finding finding =
        new Finding(
            "the service-linked role may be missing, or not be ready yet",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ResourceClue.SERVICE_ROLE).orElseGet(facts::citeError)),
            List.of(
                Fix.askAdministrator(
                    "create the role; where it was created just now, call again in a minute",
                    "aws iam create-service-linked-role --aws-service-name " + principal)),
            Codes.rerun(facts, "the call succeeds"));
    return Outcome.possible(finding, "whether the role exists", look);
  }
}
