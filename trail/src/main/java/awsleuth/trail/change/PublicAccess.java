package awsleuth.trail.change;

import java.util.List;
import java.util.stream.Collectors;

/** What S3 blocks of what is public (S3 API reference, "PublicAccessBlockConfiguration"). */
final class PublicAccess {

  private record Setting(String name, String words) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("RestrictPublicBuckets", Change.NO_PUBLIC_POLICY),
          new Setting("IgnorePublicAcls", Change.NO_PUBLIC_LIST),
          new Setting("BlockPublicPolicy", Change.REFUSES_POLICY),
          new Setting("BlockPublicAcls", Change.REFUSES_LIST));

  private PublicAccess() {}

  /** All that is switched on, in words. */
  static String status(RecordTree tree) {
    String at = "requestParameters.PublicAccessBlockConfiguration.";
    return SETTINGS.stream()
        .filter(s -> tree.text(at + s.name).equals("true"))
        .map(Setting::words)
        .collect(Collectors.joining(", "));
  }
}
