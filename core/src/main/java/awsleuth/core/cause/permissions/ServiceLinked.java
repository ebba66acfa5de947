package awsleuth.core.cause.permissions;

import java.util.Map;
import java.util.Optional;

/**
 * The roles that services make for themselves, whose path has the service's name (IAM user guide,
 * "Create a service-linked role").
 */
final class ServiceLinked {

  private static final String PREFIX = "AWSServiceRoleFor";

  /** The services by what comes after the prefix, as their user guides name the roles. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "AutoScaling", "autoscaling",
          "ECS", "ecs",
          "RDS", "rds",
          "ElasticLoadBalancing", "elasticloadbalancing",
          "EC2Spot", "spot",
          "EC2Fleet", "ec2fleet",
          "ElastiCache", "elasticache",
          "AmazonEKS", "eks",
          "AmazonEKSNodegroup", "eks-nodegroup",
          "Organizations", "organizations");

  /** Whether a grant is made by a service for its resources (KMS, "Condition keys"). */
  static final String GRANT = "kms:GrantIsForAWSResource";

  private ServiceLinked() {}

  /** Whether a service-linked role, which its service alone can assume, makes a grant. */
  static boolean grants(String principal, String action) {
    return action.equalsIgnoreCase("kms:CreateGrant")
        && Principals.owner(principal).startsWith("role/" + PREFIX);
  }

  /**
   * {@code aws-service-role/autoscaling.amazonaws.com/}, with a placeholder for a service that is
   * not known; empty where a role is none of a service.
   */
  static Optional<String> path(String role) {
    if (!role.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = role.substring(PREFIX.length());
    int suffix = rest.indexOf('_');
    String service = SERVICES.get(suffix < 0 ? rest : rest.substring(0, suffix));
    return Optional.of(
        "aws-service-role/" + (service == null ? "<service>" : service) + ".amazonaws.com/");
  }

  /**
   * Grants are for the services alone that use a key for the account (EC2 Auto Scaling user guide,
   * "Required AWS KMS key policy for use with encrypted volumes").
   */
  static String condition(String action) {
    return action.equalsIgnoreCase("kms:CreateGrant")
        ? ",\n  \"Condition\": {\"Bool\": {\"" + GRANT + "\": \"true\"}}"
        : "";
  }
}
