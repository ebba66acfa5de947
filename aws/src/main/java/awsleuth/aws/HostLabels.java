package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The labels of an endpoint's host before its DNS suffix.
 *
 * @param labels without the marks of dual stack and FIPS
 * @param fips whether there was a mark of FIPS
 * @param dualStack whether a label said so
 */
record HostLabels(List<Label> labels, boolean fips, boolean dualStack) {

  /**
   * A label.
   *
   * @param written as written
   * @param plain in small letters, without the mark of FIPS and the zone of S3 Express
   */
  record Label(String written, String plain) {}

  static HostLabels of(List<String> written, RegionTable regions) {
    List<Label> labels = new ArrayList<>();
    boolean fips = false;
    boolean dualStack = false;
    for (int i = 0; i < written.size(); i++) {
      String lower = written.get(i).toLowerCase(Locale.ROOT);
      if (i < written.size() - 3) {
        labels.add(new Label(written.get(i), lower));
        continue;
      }
      boolean marked = i > 0 && lower.equals("dualstack");
      dualStack |= marked;
      fips |= isFips(lower);
      String plain = plain(lower);
      int dash = regionAfterDash(plain, regions);
      if (dash > 0) {
        labels.add(new Label(plain.substring(0, dash), plain.substring(0, dash)));
        labels.add(new Label(plain.substring(dash + 1), plain.substring(dash + 1)));
      } else if (lower.isEmpty() || !(marked || plain.isEmpty())) {
        labels.add(new Label(written.get(i), plain));
      }
    }
    return new HostLabels(labels, fips, dualStack);
  }

  private static boolean isFips(String label) {
    return label.equals("fips")
        || label.endsWith("-fips")
        || label.startsWith("s3-fips-")
        || label.startsWith("s3express-fips-");
  }

  /** A label without its marks; empty for one that is nothing but a mark of FIPS. */
  static String plain(String label) {
    if (label.equals("fips")) {
      return "";
    }
    if (label.startsWith("s3express-") && !label.startsWith("s3express-control")) {
      return "s3express";
    }
    if (label.startsWith("s3-fips-")) {
      return "s3" + label.substring("s3-fips".length());
    }
    return label.endsWith("-fips") ? label.substring(0, label.length() - "-fips".length()) : label;
  }

  /** Where the dash is in {@code s3-eu-west-1} and {@code s3-website-eu-west-1}; else -1. */
  private static int regionAfterDash(String label, RegionTable regions) {
    for (String service : List.of("s3-website-", "s3-")) {
      if (label.startsWith(service)) {
        return regions.looksLikeRegion(label.substring(service.length()))
            ? service.length() - 1
            : -1;
      }
    }
    return -1;
  }
}
