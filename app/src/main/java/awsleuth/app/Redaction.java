package awsleuth.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replaces what tells whose account it is: account ids, names in ARNs and wherever else these names
 * stand, host names that are not AWS's own, and the buckets in those that are. The same name always
 * gets the same replacement, so that a report still holds together.
 */
final class Redaction {

  /** Leaves text as it is. */
  static final Redaction NONE = new Redaction(false);

  private static final int SHORTEST_NAME = 4;
  private static final String[] AWS_HOSTS = {
    "amazonaws.com", "amazonaws.com.cn", "api.aws", "aws.amazon.com"
  };
  private static final String[] OTHER_HOSTS = {"github.com", "readthedocs.io", "no-color.org"};

  private final boolean on;
  private final Map<String, String> replacements = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private Redaction(boolean on) {
    this.on = on;
  }

  /** A redaction with nothing replaced yet. */
  static Redaction fresh() {
    return new Redaction(true);
  }

  String apply(String text) {
    if (!on) {
      return text;
    }
    learn(text);
    return replaceWords(text);
  }

  /** Learns the names in the ARNs of a text, so that they are replaced where they stand alone. */
  void learn(String text) {
    if (on) {
      for (int at = text.indexOf("arn:"); at >= 0; at = text.indexOf("arn:", at + 4)) {
        learnArn(text, at);
      }
    }
  }

  /** Learns the names in an ARN's resource; what AWS itself owns keeps its name. */
  private void learnArn(String text, int at) {
    int end = at;
    while (end < text.length() && isArnPart(text.charAt(end))) {
      end++;
    }
    List<String> parts = split(text.substring(at, end), ":", 6);
    if (parts.size() < 6 || parts.get(4).equals("aws")) {
      return;
    }
    String resource = parts.get(5);
    List<String> names = split(resource.replace(':', '/'), "/", Integer.MAX_VALUE);
    boolean typed = names.size() > 1 && !parts.get(2).equals("s3");
    for (int i = typed ? 1 : 0; i < names.size(); i++) {
      learn(names.get(i), "name");
    }
  }

  private void learn(String name, String kind) {
    boolean digits = true;
    for (int i = 0; i < name.length(); i++) {
      digits &= Character.isDigit(name.charAt(i));
    }
    if (name.length() >= SHORTEST_NAME
        && !digits
        && name.indexOf('*') < 0
        && name.indexOf('<') < 0) {
      replacement(name, kind);
    }
  }

  private String replacement(String original, String kind) {
    String known = replacements.get(original);
    if (known == null) {
      int n = counts.merge(kind, 1, Integer::sum);
      known = kind.equals("account") ? String.format(Locale.ROOT, "%012d", n) : kind + "-" + n;
      replacements.put(original, known);
    }
    return known;
  }

  private String replaceWords(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isWordPart(text.charAt(end))) {
        end++;
      }
      if (end == i) {
        out.append(text.charAt(i++));
      } else {
        out.append(word(text.substring(i, end)));
        i = end;
      }
    }
    return out.toString();
  }

  private String word(String word) {
    String known = replacements.get(word);
    if (known != null) {
      return known;
    }
    if (isAccount(word)) {
      return replacement(word, "account");
    }
    if (word.indexOf('.') > 0) {
      String host = host(word);
      if (!host.equals(word)) {
        return host;
      }
    }
    return pieces(word);
  }

  /** Replaces known names and account ids that are parts of a longer word. */
  private String pieces(String word) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= word.length(); i++) {
      boolean separator = i == word.length() || ".@=+,".indexOf(word.charAt(i)) >= 0;
      if (separator) {
        String piece = word.substring(start, i);
        String known = replacements.get(piece);
        out.append(
            known != null ? known : isAccount(piece) ? replacement(piece, "account") : piece);
        if (i < word.length()) {
          out.append(word.charAt(i));
        }
        start = i + 1;
      }
    }
    return out.toString();
  }

  private static boolean isAccount(String word) {
    if (word.length() != 12) {
      return false;
    }
    for (int i = 0; i < 12; i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private String host(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String suffix : AWS_HOSTS) {
      if (lower.endsWith("." + suffix)) {
        int s3 = Math.max(lower.indexOf(".s3."), lower.indexOf(".s3-"));
        return s3 > 0 ? replacement(word.substring(0, s3), "name") + word.substring(s3) : word;
      }
    }
    return isHost(lower) ? replacement(word, "host") + ".example" : word;
  }

  /** Two labels or more of which the last is a top-level domain rather than a file's ending. */
  private static boolean isHost(String word) {
    for (String other : OTHER_HOSTS) {
      if (word.endsWith(other)) {
        return false;
      }
    }
    List<String> labels = split(word, ".", Integer.MAX_VALUE);
    String last = labels.getLast();
    boolean domain =
        List.of(
                "com",
                "net",
                "org",
                "io",
                "dev",
                "internal",
                "local",
                "corp",
                "lan",
                "de",
                "eu",
                "uk",
                "cloud")
            .contains(last);
    return labels.size() >= 2 && domain && !labels.contains("");
  }

  private static List<String> split(String text, String separator, int most) {
    List<String> out = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator);
        at >= 0 && out.size() < most - 1;
        at = text.indexOf(separator, start)) {
      out.add(text.substring(start, at));
      start = at + separator.length();
    }
    out.add(text.substring(start));
    return out;
  }

  private static boolean isArnPart(char c) {
    return Character.isLetterOrDigit(c) || ":/-_.+=,@*".indexOf(c) >= 0;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || "-_.+=,@".indexOf(c) >= 0;
  }
}
