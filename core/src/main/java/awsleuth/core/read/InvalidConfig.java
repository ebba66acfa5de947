package awsleuth.core.read;

/** What the message of botocore's InvalidConfigError names. */
final class InvalidConfig {

  private static final String PROFILE = " profile \"";
  private static final String SESSION = "sso-session does not exist: \"";
  private static final String MISSING =
      "configured to use SSO but is missing required configuration: ";

  private InvalidConfig() {}

  /**
   * The profile that is at fault, as in {@code The profile "dev" is configured to use SSO but is
   * missing …} and {@code … referenced in profile "dev" is not valid.}; the settings that are
   * missing; the SSO session that does not exist.
   */
  static void read(Sighting s) {
    String profile = quoted(s.message, PROFILE);
    if (!profile.isEmpty() && !s.message.startsWith("The source profile")) {
      s.captures.put("profile", profile);
    }
    String session = quoted(s.message, SESSION);
    if (!session.isEmpty()) {
      s.captures.put("sso_session", session);
    }
    int missing = s.message.indexOf(MISSING);
    if (missing >= 0) {
      s.captures.put("missing", s.message.substring(missing + MISSING.length()).strip());
    }
  }

  private static String quoted(String message, String lead) {
    int at = message.indexOf(lead);
    int close = at < 0 ? -1 : message.indexOf('"', at + lead.length());
    return close > 0 ? message.substring(at + lead.length(), close) : "";
  }
}
