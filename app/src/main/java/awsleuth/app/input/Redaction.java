package awsleuth.app.input;

import awsleuth.aws.AwsCatalog;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Replaces what tells whose account it is: account ids, the names in ARNs and in the options of
 * commands, wherever else these names stand, and host names and addresses but for AWS's own. The
 * same name always gets the same replacement, so that a report still holds together.
 */
public final class Redaction {

  /** Leaves text as it is. */
  public static final Redaction NONE = new Redaction(false);

  private static final int SHORTEST_NAME = 4;

  /** Words in the place of a name that tell nothing and mean something elsewhere. */
  private static final Set<String> KEPT =
      Set.of(
          "aws",
          "default",
          "root",
          "service-role",
          "aws-service-role",
          "aws-reserved",
          "index",
          "alias");

  private static final Set<String> OPTIONS_WITHOUT_NAMES =
      Set.of(
          "region",
          "query",
          "output",
          "filter",
          "filters",
          "policy-name",
          "regions",
          "attribute",
          "encoded-message"); // which nobody reads but those whom its account lets

  private final boolean on;
  private final Map<String, String> replacements = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Hosts hosts = new Hosts(AwsCatalog.embedded());

  private Redaction(boolean on) {
    this.on = on;
  }

  /** A redaction with nothing replaced yet. */
  public static Redaction fresh() {
    return new Redaction(true);
  }

  /** Whether anything is replaced. */
  public boolean isOn() {
    return on;
  }

  /** The text with what is known to be a name, an account or a host replaced. */
  public String apply(String text) {
    if (!on) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      if (end == i || text.charAt(i) == '@') { // behind what was hidden in a URL
        out.append(text.charAt(i++));
      } else if (text.startsWith("arn:", i)) {
        end = arnEnd(text, i);
        out.append(arn(text.substring(i, end)));
        i = end;
      } else {
        boolean host = text.startsWith("://", i - 3);
        String word = text.substring(i, end);
        String ofOption = isOfOption(text, i) ? replacements.get("arn:" + word) : null;
        out.append(ofOption == null ? word(word, host) : ofOption);
        i = end;
      }
    }
    return out.toString();
  }

  /** Whether what begins there is the value of an option, where short names count too. */
  private static boolean isOfOption(String text, int at) {
    int from = at - 2;
    while (from >= 0 && (Character.isLetter(text.charAt(from)) || text.charAt(from) == '-')) {
      from--;
    }
    return at > 1 && text.charAt(at - 1) == ' ' && text.startsWith("--", from + 1);
  }

  /** Learns the names in a text, so that they are replaced where they stand alone. */
  public void learn(String text) {
    if (on) {
      int end = 0;
      for (int at = text.indexOf("arn:"); at >= 0; at = text.indexOf("arn:", end)) {
        end = Math.max(at + "arn:".length(), arnEnd(text, at));
        arn(text.substring(at, end));
      }
      for (int at = text.indexOf(" --"); at >= 0; at = text.indexOf(" --", at + 3)) {
        option(text, at + 3);
      }
    }
  }

  /** Learns the value of an option; quoted JSON and placeholders are none. */
  private void option(String text, int at) {
    int end = at;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    String name = text.substring(at, end);
    boolean valued = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '=');
    if (valued && end > at && !OPTIONS_WITHOUT_NAMES.contains(name)) {
      int valueEnd = wordEnd(text, end + 1);
      for (String part : text.substring(end + 1, pathEnd(text, valueEnd)).split("/", -1)) {
        if (isTelling(part) && !part.startsWith("-")) {
          replacement(part, "name");
        }
      }
    }
  }

  private static int pathEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '/') {
      end = wordEnd(text, end + 1);
    }
    return end;
  }

  /** An ARN with its account and the names of its resource replaced; what AWS owns is kept. */
  private String arn(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || parts[4].equals("aws")) {
      return arn;
    }
    if (isAccount(parts[4])) {
      parts[4] = replacement(parts[4], "account");
    }
    StringBuilder resource = new StringBuilder();
    int start = 0;
    boolean typed = !parts[2].equals("s3") && parts[5].matches("[^:/]*[:/].*");
    for (int i = 0; i <= parts[5].length(); i++) {
      if (i == parts[5].length() || ":/".indexOf(parts[5].charAt(i)) >= 0) {
        String name = parts[5].substring(start, i);
        resource.append(start == 0 && typed ? name : arnName(name));
        resource.append(parts[5], i, Math.min(i + 1, parts[5].length()));
        start = i + 1;
      }
    }
    parts[5] = resource.toString();
    return String.join(":", parts);
  }

  /** A name that is too short to be looked for elsewhere is replaced within the ARN alone. */
  private String arnName(String name) {
    if (isTelling(name)) {
      return replacement(name, "name");
    }
    boolean hidden = !name.isEmpty() && name.length() < SHORTEST_NAME && isPlain(name);
    return hidden ? replacement(name, "arn:", "name") : name;
  }

  private boolean isTelling(String name) {
    return name.length() >= SHORTEST_NAME
        && isPlain(name)
        && !AwsCatalog.embedded().hasService(name);
  }

  /** Neither a number nor a pattern, a placeholder or a word of AWS's own. */
  private static boolean isPlain(String name) {
    boolean digits = true;
    for (int i = 0; i < name.length(); i++) {
      digits &= Character.isDigit(name.charAt(i));
    }
    return !digits && name.indexOf('*') < 0 && name.indexOf('<') < 0 && !KEPT.contains(name);
  }

  private String replacement(String original, String kind) {
    return replacement(original, "", kind);
  }

  private String replacement(String original, String where, String kind) {
    String known = replacements.get(where + original);
    if (known == null) {
      int n = counts.merge(kind, 1, Integer::sum);
      known = kind.equals("account") ? String.format(Locale.ROOT, "%012d", n) : kind + "-" + n;
      replacements.put(where + original, known);
    }
    return known;
  }

  private String word(String word, boolean host) {
    String known = replacements.get(word);
    if (known != null) {
      return known;
    }
    if (isAccount(word)) {
      return replacement(word, "account");
    }
    if (Hosts.isAddress(word)) {
      return replacement(word, "address");
    }
    if (word.indexOf('=') >= 0 || word.indexOf(',') >= 0) {
      return each(word);
    }
    int own = hosts.ownLabels(word, host);
    if (own > 0) {
      boolean whole = own == word.length();
      String name = whole ? word : word.substring(0, own - 1);
      return replacement(name, whole ? "host" : "name")
          + (whole ? ".example" : word.substring(own - 1));
    }
    return pieces(word);
  }

  /** The words of a list or of a setting: {@code NO_PROXY=10.0.0.1,.amazonaws.com}. */
  private String each(String list) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || "=,".indexOf(list.charAt(i)) >= 0) {
        out.append(start == i ? "" : word(list.substring(start, i), false));
        out.append(list, i, Math.min(i + 1, list.length()));
        start = i + 1;
      }
    }
    return out.toString();
  }

  /** Replaces known names and account ids that are parts of a longer word. */
  private String pieces(String word) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i == word.length() || ".@=+,".indexOf(word.charAt(i)) >= 0) {
        String piece = word.substring(start, i);
        String known = replacements.get(piece);
        out.append(
            known != null ? known : isAccount(piece) ? replacement(piece, "account") : piece);
        out.append(word, i, Math.min(i + 1, word.length()));
        start = i + 1;
      }
    }
    return out.toString();
  }

  private static boolean isAccount(String word) {
    return word.length() == 12 && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Where a word ends; the point or comma that ends a sentence is not part of it. */
  private static int wordEnd(String text, int from) {
    return end(text, from, "-_.+=,@");
  }

  private static int arnEnd(String text, int from) {
    return end(text, from, ":/-_.+=,@*");
  }

  private static int end(String text, int from, String within) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end), within)) {
      end++;
    }
    while (end > from + 1 && ".,:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isPart(char c, String within) {
    return Character.isLetterOrDigit(c) || within.indexOf(c) >= 0;
  }
}
