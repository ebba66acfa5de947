package awsleuth.core.cause.permissions;

import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.util.Set;

/**
 * Services of one endpoint are always called in us-east-1 (IAM user guide, "AWS global condition
 * context keys", aws:RequestedRegion).
 */
final class OneEndpoint {

  private static final String REGION = "aws:RequestedRegion";

  private static final Set<String> SERVICES =
      Set.of("cloudfront", "iam", "organizations", "route53");

  private OneEndpoint() {}

  /** The context with that Region, where the call is one of these and nothing tells another. */
  static Context in(Context told, Access access) {
    boolean global =
        access.principal().startsWith("arn:aws:") && SERVICES.contains(access.prefix());
    return global && told.get(REGION) instanceof ContextValue.Unknown
        ? told.with(REGION, "us-east-1")
        : told;
  }
}
