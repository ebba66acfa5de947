package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.secret.Secrets;
import java.util.Locale;
import java.util.Set;

/** Reads a config or credentials file into its text without secrets. */
public final class ConfigTextReader {

  private static final char STAND_IN = 'x';

  /** Stands for every character that is not seen. */
  private static final char UNSEEN = '\u200b';

  /** Stands for bytes that are not UTF-8, for which botocore refuses the whole file. */
  private static final char DAMAGE = '\ufffd';

  private static final int KEY_KIND = 4;

  /** Settings whose value may be shown, as far as nothing in it looks like a secret. */
  private static final Set<String> SHOWN =
      Set.of(
          "credential_source",
          "defaults_mode",
          "duration_seconds",
          "ec2_metadata_service_endpoint",
          "ec2_metadata_service_endpoint_mode",
          "ec2_metadata_v1_disabled",
          "endpoint_url",
          "ignore_configured_endpoint_urls",
          "imds_use_ipv6",
          "login_session",
          "max_attempts",
          "metadata_service_num_attempts",
          "metadata_service_timeout",
          "mfa_serial",
          "output",
          "region",
          "retry_mode",
          "role_arn",
          "role_session_name",
          "services",
          "source_profile",
          "sso_account_id",
          "sso_region",
          "sso_registration_scopes",
          "sso_role_name",
          "sso_session",
          "sso_start_url",
          "sts_regional_endpoints",
          "web_identity_token_file");

  private static final Set<String> KEYS =
      Set.of(
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
          "credential_process",
          "external_id");

  private final StringBuilder out = new StringBuilder();
  private boolean open;
  private int indent;

  private ConfigTextReader() {}

  /** The whole text, with secrets replaced. */
  public static ConfigText read(Artifact artifact) {
    ConfigTextReader reader = new ConfigTextReader();
    String text = artifact.text();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        reader.line(text.substring(start, i));
        reader.out.append(i < text.length() ? text.substring(i, i + 1) : "");
        start = i + 1;
      }
    }
    File file = artifact.kind() == Artifact.Kind.CREDENTIALS ? File.CREDENTIALS : File.CONFIG;
    return new ConfigText(file, reader.out.toString(), "", new Source(artifact.name(), 0));
  }

  private void line(String line) {
    String bare = plain(line);
    if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
      boolean damaged = line.indexOf(DAMAGE) >= 0;
      out.append(bare.isEmpty() ? covered(line, "") : bare.substring(0, 1))
          .append(damaged && !bare.isEmpty() ? String.valueOf(DAMAGE) : "");
      return;
    }
    int at = line.indexOf(bare.charAt(0));
    if (open && at > indent) {
      continued(line, bare);
      return;
    }
    indent = at;
    open = !bare.startsWith("[");
    if (open) {
      setting(line);
    } else {
      boolean shown = Secrets.mask(line).equals(line) && line.chars().noneMatch(c -> hidden(c));
      out.append(shown ? line : covered(line, "["));
    }
  }

  /** More of the value above, whatever it looks like. */
  private void continued(String line, String bare) {
    int delimiter = delimiter(line);
    String name = delimiter < 0 ? "" : plain(line.substring(0, delimiter));
    if (name.equals("endpoint_url") && isPlainUrl(line.substring(delimiter + 1))) {
      out.append(line);
    } else if (SHOWN.contains(name) || KEYS.contains(name)) {
      out.append(line, 0, delimiter + 1).append(covered(line.substring(delimiter + 1), ""));
    } else {
      out.append(covered(line, bare.startsWith("[") ? "[" : "="));
    }
  }

  /** Whether a value is surely an address, of a {@code [services]} section, and holds no secret. */
  private static boolean isPlainUrl(String value) {
    String url = plain(value);
    return (url.startsWith("https://") || url.startsWith("http://"))
        && url.indexOf('@') < 0
        && url.indexOf('?') < 0
        && Secrets.mask(value).equals(value)
        && value.chars().noneMatch(c -> hidden(c));
  }

  private void setting(String line) {
    int delimiter = delimiter(line);
    String written = delimiter < 0 ? "" : line.substring(0, delimiter);
    if (!isName(plain(written)) || !Secrets.mask(written).equals(written)) {
      out.append(covered(line, delimiter < 0 ? "" : line.substring(delimiter, delimiter + 1)));
      return;
    }
    String value = line.substring(delimiter + 1);
    String name = plain(written).toLowerCase(Locale.ROOT);
    out.append(written).append(line.charAt(delimiter));
    out.append(
        SHOWN.contains(name)
                && Secrets.mask(value).equals(value)
                && value.chars().noneMatch(c -> hidden(c))
            ? value
            : name.equals("credential_process") ? program(value) : key(name, value));
  }

  /** Without the spaces at its ends; a space that does not break counts as one, as in Python. */
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').strip();
  }

  private static int delimiter(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '=' || line.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isName(String text) {
    boolean letters = text.chars().allMatch(c -> c < 0x7f && (c == '_' || c == '-' || word(c)));
    return !text.isEmpty() && text.length() <= 40 && letters;
  }

  private static boolean word(int c) {
    return Character.isLetterOrDigit(c) || c == ' ';
  }

  /** A program without its arguments, which may hold secrets. */
  private static String program(String value) {
    int start = value.length() - value.stripLeading().length();
    int end = start;
    while (end < value.length() && !Character.isWhitespace(value.charAt(end))) {
      end++;
    }
    String program = value.substring(0, end);
    return Secrets.mask(program).equals(program)
        ? program + covered(value.substring(end), "")
        : covered(value, "");
  }

  /** A key id keeps the four letters that say what kind of key it is. */
  private static String key(String name, String value) {
    String covered = covered(value, "");
    int start = value.indexOf('A');
    boolean kind = value.startsWith("AKIA", Math.max(0, start)) || value.startsWith("ASIA", start);
    return name.equals("aws_access_key_id") && start >= 0 && kind
        ? covered.substring(0, start)
            + value.substring(start, start + KEY_KIND)
            + covered.substring(start + KEY_KIND)
        : covered;
  }

  /** A text of which spaces, quotes and what begins a comment are left, and one character more. */
  private static String covered(String text, String kept) {
    StringBuilder covered = new StringBuilder(text.length());
    boolean delimiter = !kept.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = delimiter && kept.indexOf(c) >= 0;
      delimiter = delimiter && !first;
      covered.append(first || stays(c) ? c : hidden(c) ? UNSEEN : STAND_IN);
    }
    return covered.toString();
  }

  private static boolean stays(char c) {
    return c == ' '
        || c == '\t'
        || "\"'#;".indexOf(c) >= 0
        || c == '\u00a0'
        || c == '\ufeff'
        || c == DAMAGE
        || c == UNSEEN;
  }

  /** Whether a character moves the cursor or the direction of writing, or is not seen. */
  private static boolean hidden(int c) {
    return (c < ' ' && c != '\t')
        || (c >= 0x7f && c <= 0x9f)
        || c == 0xad
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }
}
