package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones in the names of directory buckets, whose IDs begin with a short form of their Region:
 * {@code usw2} of us-west-2.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html">Directory
 *     bucket naming rules</a>
 */
final class ExpressZones {

  private static final Pattern BUCKET =
      Pattern.compile(".{1,63}?--(([a-z]{2,5}\\d)-az\\d{1,2})--x(?:a)?-s3");

  private ExpressZones() {}

  /** That a bucket is in another Region than requests are sent to; empty where that is not told. */
  static Optional<Advice> other(AwsCatalog catalog, String bucket, Region region) {
    Matcher matcher = BUCKET.matcher(bucket);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String zone = matcher.group(1);
    return new Zones(catalog)
        .region(matcher.group(2))
        .filter(of -> !of.equals(region.name()))
        .map(of -> new Advice.OtherZone(bucket, zone, of, region.name()));
  }

  /** The area, the first letter of each point of the compass, and the number. */
  static String shortForm(String region) {
    StringBuilder form = new StringBuilder();
    for (String part : region.split("-", -1)) {
      boolean compass = form.length() > 0 && part.length() > 3;
      form.append(compass ? compass(part) : part);
    }
    return form.toString();
  }

  private static String compass(String part) {
    return switch (part) {
      case "northeast" -> "ne";
      case "northwest" -> "nw";
      case "southeast" -> "se";
      case "southwest" -> "sw";
      default -> part.substring(0, 1);
    };
  }
}
