package awsleuth.aws;

import java.util.Set;

/**
 * The Regions that an account has to enable: those launched after 20 March 2019
 * (https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html).
 */
final class OptInRegions {

  static final Set<String> NAMES =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "mx-central-1");

  private OptInRegions() {}
}
