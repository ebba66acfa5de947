package awsleuth.app.watched;

import awsleuth.app.watched.RunRemarks.Remark;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Settings that botocore still reads and that nobody should set any more.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">AWS SDKs
 *     and Tools reference guide</a>
 */
final class DeprecatedSettings {

  /**
   * One of them.
   *
   * @param name the variable or setting
   * @param value the value that is out of date; empty where any is
   * @param why what to have instead
   */
  private record Old(String name, String value, String why) {}

  private static final List<Old> ALL =
      List.of(
          new Old(
              "AWS_STS_REGIONAL_ENDPOINTS",
              "legacy",
              "calls the one STS endpoint of us-east-1; `regional` is the default now"),
          new Old(
              "sts_regional_endpoints",
              "legacy",
              "calls the one STS endpoint of us-east-1; `regional` is the default now"),
          new Old(
              "AWS_SECURITY_TOKEN", "", "is the old name of AWS_SESSION_TOKEN and wins over it"),
          new Old(
              "aws_security_token", "", "is the old name of aws_session_token and wins over it"),
          new Old("AWS_CREDENTIAL_FILE", "", "names a file of the EC2 tools; use a profile"),
          new Old("BOTO_CONFIG", "", "names a file of boto 2; use a profile"),
          new Old("AWS_RETRY_MODE", "legacy", "is the old mode; AWS advises `standard`"),
          new Old("retry_mode", "legacy", "is the old mode; AWS advises `standard`"));

  private DeprecatedSettings() {}

  static List<Remark> in(Seen seen) {
    List<Remark> found = new ArrayList<>();
    for (EnvironmentVariable v : seen.variables()) {
      add(found, v.name(), v.value(), "the environment");
    }
    for (ProfileSetting s : seen.settings()) {
      add(found, s.key().replaceFirst("^\\.", ""), s.value(), s.source().toString());
    }
    return found;
  }

  private static void add(List<Remark> found, String name, String value, String place) {
    for (Old old : ALL) {
      boolean same = old.value().isEmpty() || value.toLowerCase(Locale.ROOT).equals(old.value());
      if (old.name().equals(name) && !value.isEmpty() && same) {
        String shown = old.value().isEmpty() ? name : name + "=" + old.value();
        found.add(new Remark("deprecated", "`" + shown + "` " + old.why(), place));
      }
    }
  }
}
