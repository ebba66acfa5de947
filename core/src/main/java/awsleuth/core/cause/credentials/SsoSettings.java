package awsleuth.core.cause.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the settings of SSO in the files given are completed. */
final class SsoSettings {

  private static final int MOST = 3;

  /** The settings that a profile needs, and what stands for the value of each. */
  private enum Needed {
    SSO_ACCOUNT_ID("<account-id>"),
    SSO_ROLE_NAME("<permission-set>"),
    SSO_START_URL("<url>"),
    SSO_REGION("<region>");

    private final String value;

    Needed(String value) {
      this.value = value;
    }

    private String setting() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether an SSO session has it, where the profile names one. */
    private boolean isOfSession() {
      return this == SSO_START_URL || this == SSO_REGION;
    }
  }

  private SsoSettings() {}

  /** What the message and the files tell to do; empty where they do not tell it. */
  static List<Fix> fixes(Facts facts) {
    return facts
        .captured("sso_session")
        .map(name -> renamed(facts, name))
        .or(() -> facts.captured("missing").map(names -> missing(facts, names)))
        .orElse(List.of());
  }

  /** The session whose name is nearest to one that does not exist, for each profile with that. */
  private static List<Fix> renamed(Facts facts, String name) {
    BotoSetup boto = facts.boto();
    List<String> sessions =
        boto.files().readable().stream().flatMap(f -> f.ssoSessions().keySet().stream()).toList();
    return facts.catalog().nearest(name, sessions, 1).stream()
        .flatMap(near ->
            settings(boto, name).stream()
                .map(s ->
                    FileEdits.replace(
                        "name the sso-session `" + Literal.line(near) + "`, which there is",
                        boto.source(s.place()),
                        "sso_session = " + near)))
        .limit(MOST)
        .toList();
  }

  /** The lines of profiles that name a session. */
  private static List<Setting> settings(BotoSetup boto, String session) {
    return boto.files().readable().stream()
        .flatMap(f -> f.sections().stream())
        .flatMap(s -> s.setting("sso_session").stream())
        .filter(s -> s.text().filter(session::equals).isPresent())
        .toList();
  }

  /** The settings that botocore names as missing, each in its section. */
  private static List<Fix> missing(Facts facts, String names) {
    Optional<Section> profile = profile(facts);
    if (profile.isEmpty()) {
      return List.of();
    }
    String session = profile.get().setting("sso_session").flatMap(Setting::text).orElse("");
    List<String> named = List.of(names.split(", "));
    List<String> ofProfile = new ArrayList<>();
    List<String> ofSession = new ArrayList<>();
    for (Needed n : Needed.values()) {
      if (named.contains(n.setting())) {
        boolean inSession = n.isOfSession() && !session.isEmpty();
        (inSession ? ofSession : ofProfile).add(n.setting() + " = " + n.value);
      }
    }
    List<String> lines = new ArrayList<>();
    if (!ofProfile.isEmpty()) {
      lines.add(Identity.section(facts));
      lines.addAll(ofProfile);
    }
    if (!ofSession.isEmpty()) {
      lines.add("[sso-session " + Literal.setting(session) + "]");
      lines.addAll(ofSession);
    }
    return lines.isEmpty()
        ? List.of()
        : List.of(Fix.setting("add what is missing", String.join("\n", lines)));
  }

  private static Optional<Section> profile(Facts facts) {
    BotoSetup boto = facts.boto();
    return boto.files().readable().stream()
        .filter(f -> !boto.files().isCredentials(f.path()))
        .map(ConfigFile::profiles)
        .flatMap(all -> Optional.ofNullable(all.get(Identity.profile(facts))).stream())
        .findFirst();
  }
}
