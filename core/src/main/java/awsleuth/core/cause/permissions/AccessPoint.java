package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Literal;
import java.util.Optional;

/**
 * An access point of S3. It has to permit a request, and so has the bucket behind it, which its ARN
 * does not name (Amazon S3 user guide, "Configuring IAM policies for using access points").
 *
 * @param region empty for one of several Regions
 */
record AccessPoint(String region, String account, String name) {

  private static final String POINT = "accesspoint/";

  /** The access point that a resource is, or is in. */
  static Optional<AccessPoint> of(String resource) {
    String[] arn = resource.split(":", 6);
    boolean point =
        arn.length == 6 && arn[2].equals("s3") && !arn[4].isEmpty() && arn[5].startsWith(POINT);
    return point
        ? Optional.of(
            new AccessPoint(arn[3], arn[4], arn[5].substring(POINT.length()).split("/", 2)[0]))
        : Optional.empty();
  }

  /** What a decision about it takes for granted, in words that follow "supposes that". */
  String supposed() {
    return "the bucket behind the access point `" + name + "` permits the request too";
  }

  /** How to see which bucket is behind it; empty for one of several Regions. */
  Optional<Fix> bucket() {
    return region.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.command(
                "see which bucket is behind the access point: that has to permit the request too",
                "aws s3control get-access-point --account-id "
                    + Literal.shell(account, "<account id>")
                    + " --name "
                    + Literal.shell(name, "<access point>")
                    + " --region "
                    + Literal.shell(region, "<region>")));
  }
}
