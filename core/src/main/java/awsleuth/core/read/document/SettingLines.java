package awsleuth.core.read.document;

import awsleuth.core.Artifact.Kind;
import java.util.Locale;
import java.util.Set;

/**
 * Tells config and credentials files and printed environments from other text: by a section header
 * first, or by lines that are {@code NAME=value} nearly all.
 */
public final class SettingLines {

  private static final int LOOKED_AT = 400;

  /** Settings of these files that are common and are no variables of an environment. */
  private static final Set<String> COMMON =
      Set.of(
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token",
          "credential_source",
          "output",
          "region",
          "role_arn",
          "source_profile",
          "sso_account_id",
          "sso_region",
          "sso_role_name",
          "sso_session",
          "sso_start_url");

  private int variables;
  private int sections;
  private int keys;
  private int others;
  private int common;
  private boolean known;
  private boolean plainSection;
  private boolean profileSection;
  private boolean credential;

  /** Whether a line tells an error. */
  private boolean tells;

  private SettingLines() {}

  /** ENV, CONFIG or CREDENTIALS; TRACEBACK where the text is none of them. */
  public static Kind kind(String text, String name) {
    SettingLines lines = new SettingLines();
    int count = 0;
    for (int from = 0; from < text.length() && count < LOOKED_AT; count++) {
      int end = text.indexOf('\n', from);
      lines.add(text.substring(from, end < 0 ? text.length() : end).strip());
      from = end < 0 ? text.length() : end + 1;
    }
    return lines.kind(name);
  }

  private Kind kind(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (isBroken(last)) {
      return last.contains("credentials") ? Kind.CREDENTIALS : Kind.CONFIG;
    }
    if (sections > 0 && keys > 0 && others == 0 && variables <= keys) {
      String file = name.toLowerCase(Locale.ROOT);
      boolean named = file.contains("credentials");
      return named || (credential && plainSection && !profileSection && !file.contains("config"))
          ? Kind.CREDENTIALS
          : Kind.CONFIG;
    }
    return sections == 0 && variables > 0 && (others == 0 || (known && others * 10 <= variables))
        ? Kind.ENV
        : Kind.TRACEBACK;
  }

  /**
   * Whether a file that is named as these are has their settings, and a few lines that break it or
   * no header at all, so that it cannot be read.
   */
  private boolean isBroken(String name) {
    return isNamed(name)
        && !tells
        && common > 0
        && others <= common
        && (others > 0 || sections == 0)
        && !known;
  }

  /** Whether a file is named as these are, not as a log or a program. */
  private static boolean isNamed(String name) {
    String stem = name.replaceFirst("\\.(?:ini|txt|cfg|conf)$", "");
    return (stem.contains("config") || stem.contains("credentials"))
        && (stem.lastIndexOf('.') <= 0
            || stem.endsWith(".config")
            || stem.endsWith(".credentials"));
  }

  private void add(String line) {
    tells |= line.contains("An error occurred (") || line.startsWith("Traceback (most recent");
    if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
      return;
    }
    if (line.startsWith("[") && line.endsWith("]") && line.indexOf(',') < 0) {
      sections++;
      profileSection |= line.startsWith("[profile ") || line.startsWith("[sso-session ");
      plainSection = true;
      return;
    }
    int equals = line.indexOf('=');
    String before = equals < 0 ? "" : name(line.substring(0, equals).strip());
    common += COMMON.contains(before) ? 1 : 0;
    if (before.isEmpty()) {
      others++;
    } else if (sections > 0) {
      keys++;
      credential |= before.equals("aws_access_key_id");
    } else {
      variables++;
      known |= before.startsWith("AWS_");
    }
  }

  /** The name of a variable or setting; empty where the words before the sign are none. */
  private static String name(String words) {
    String bare = words;
    for (String start : new String[] {"export ", "declare -x ", "set ", "setx ", "$env:", "ENV "}) {
      bare = bare.startsWith(start) ? bare.substring(start.length()).strip() : bare;
    }
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
      if (!letter && (i == 0 || ((c < '0' || c > '9') && c != '.'))) {
        return "";
      }
    }
    return bare;
  }
}
