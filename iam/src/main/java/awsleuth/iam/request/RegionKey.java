package awsleuth.iam.request;

import java.util.Locale;
import java.util.Set;

/** What is known of {@code aws:RequestedRegion}. */
public final class RegionKey {

  /**
   * Services with one endpoint, whose requests are all of one Region (IAM user guide, "AWS: Denies
   * access to AWS based on the requested Region"). What has a resource is bound to that one's
   * Region.
   */
  private static final Set<String> GLOBAL =
      Set.of(
          "account",
          "aws-portal",
          "billing",
          "budgets",
          "ce",
          "cloudfront",
          "globalaccelerator",
          "health",
          "iam",
          "importexport",
          "networkmanager",
          "organizations",
          "pricing",
          "route53",
          "route53domains",
          "shield",
          "support",
          "supportplans",
          "trustedadvisor",
          "waf");

  private RegionKey() {}

  /** Whether an action is of a service with one endpoint. */
  public static boolean isOfOneEndpoint(String action) {
    return GLOBAL.contains(action.replaceFirst(":.*", "").toLowerCase(Locale.ROOT));
  }
}
