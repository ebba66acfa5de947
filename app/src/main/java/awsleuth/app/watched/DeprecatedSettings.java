package awsleuth.app.watched;

import awsleuth.app.watched.RunRemarks.Remark;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.WatchedClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
              "calls the global STS endpoint in older Regions; `regional` is the default now"),
          new Old(
              "sts_regional_endpoints",
              "legacy",
              "calls the global STS endpoint in older Regions; `regional` is the default now"),
          new Old(
              "AWS_SECURITY_TOKEN", "", "is the old name of AWS_SESSION_TOKEN and wins over it"),
          new Old(
              "aws_security_token", "", "is the old name of aws_session_token and wins over it"),
          new Old("AWS_CREDENTIAL_FILE", "", "names a file of the EC2 tools; use a profile"),
          new Old("BOTO_CONFIG", "", "names a file of boto 2; use a profile"),
          new Old("AWS_RETRY_MODE", "legacy", "is the old mode; AWS advises `standard`"),
          new Old("retry_mode", "legacy", "is the old mode; AWS advises `standard`"));

  /** Which variables go before which settings. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "retry_mode", "AWS_RETRY_MODE",
          "sts_regional_endpoints", "AWS_STS_REGIONAL_ENDPOINTS");

  /** In botocore's order. */
  private static final List<String> PROFILE = List.of("AWS_DEFAULT_PROFILE", "AWS_PROFILE");

  private static final int MOST = 10;

  /** Services that know no other way. */
  private static final Set<String> ONLY_VERSION_2 = Set.of("importexport", "sdb");

  private static final String REFUSED = "newer buckets and Regions of S3 refuse";

  /**
   * Versions of Python that boto3 has left.
   *
   * @see <a
   *     href="https://aws.amazon.com/blogs/developer/python-support-policy-updates-for-aws-sdks-and-tools/">Python
   *     support policy</a>
   */
  private static final Pattern LEFT = Pattern.compile("3\\.\\d(\\.\\d+)?");

  private DeprecatedSettings() {}

  /**
   * Those that were seen.
   *
   * @param shown how the place of a line of the program is written
   */
  static List<Remark> in(Seen seen, UnaryOperator<String> shown) {
    List<Remark> found = new ArrayList<>();
    for (EnvironmentVariable v : seen.variables()) {
      add(found, v.name(), v.value(), "the environment");
    }
    for (ProfileSetting s : used(seen)) {
      if (!isSet(seen, VARIABLES.getOrDefault(s.key(), ""))) {
        add(found, s.key(), s.value(), shown.apply(s.source().toString()));
      }
    }
    seen.run().clients().stream()
        .flatMap(c -> of(c, settings(seen, c), shown).stream())
        .distinct()
        .limit(MOST)
        .forEach(found::add);
    seen.run().pythons().stream()
        .filter(v -> LEFT.matcher(v).matches())
        .map(v ->
            remark("Python " + v + ": new versions of boto3 are for Python 3.10 and later", ""))
        .forEach(found::add);
    return found;
  }

  /**
   * The settings of the profiles that clients were made with; those of others may be for others.
   */
  private static List<ProfileSetting> used(Seen seen) {
    List<WatchedClient> clients = seen.run().clients();
    Set<String> profiles =
        clients.isEmpty()
            ? Set.of(chosen(seen))
            : clients.stream()
                .flatMap(c -> profile(seen, c).stream())
                .collect(Collectors.toUnmodifiableSet());
    return seen.settings().stream().filter(s -> profiles.contains(s.profile())).toList();
  }

  /**
   * The profile whose settings a client has; empty where that was not seen: where keys are given in
   * code, a profile beside them was not looked at.
   */
  private static Optional<String> profile(Seen seen, WatchedClient client) {
    Optional<String> given = Optional.ofNullable(client.given().get("profile_name"));
    return given
        .filter(name -> !name.isEmpty() || !client.method().equals("explicit"))
        .map(name -> name.isEmpty() ? chosen(seen) : name);
  }

  private static List<ProfileSetting> settings(Seen seen, WatchedClient client) {
    Optional<String> profile = profile(seen, client);
    return seen.settings().stream().filter(s -> profile.equals(Optional.of(s.profile()))).toList();
  }

  private static String chosen(Seen seen) {
    return PROFILE.stream()
        .flatMap(name -> value(seen, name).stream())
        .findFirst()
        .orElse("default");
  }

  private static boolean isSet(Seen seen, String variable) {
    return value(seen, variable).isPresent();
  }

  private static Optional<String> value(Seen seen, String variable) {
    return seen.variables().stream()
        .filter(v -> v.name().equals(variable) && !v.value().isEmpty())
        .map(EnvironmentVariable::value)
        .findFirst();
  }

  private static List<Remark> of(
      WatchedClient client, List<ProfileSetting> used, UnaryOperator<String> shown) {
    List<Remark> found = new ArrayList<>();
    String place = shown.apply(client.place());
    if (isOfVersion2(client)) {
      String set = "`signature_version=" + client.signature() + "`";
      String where =
          used.stream()
              .filter(s -> s.key().equals(".signature_version"))
              .filter(
                  _ -> !client.given().getOrDefault("config", "").contains("\"signature_version\""))
              .map(s -> shown.apply(s.source().toString()))
              .findFirst()
              .orElse(place);
      found.add(
          remark(set + " is Signature Version 2, which " + REFUSED + "; leave it out", where));
    }
    if (client.retries().equals("legacy")) {
      found.add(remark("`retries` with the mode `legacy`: AWS advises `standard`", place));
    }
    return found;
  }

  /** Whether requests are signed as none need be any more; some services have no other way. */
  private static boolean isOfVersion2(WatchedClient client) {
    return client.signature().equals("s3")
        || client.signature().equals("s3-query")
        || (client.signature().equals("v2") && !ONLY_VERSION_2.contains(client.service()));
  }

  private static Remark remark(String text, String place) {
    return new Remark("deprecated", text, place);
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
