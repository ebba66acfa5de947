package awsleuth.core.secret;

import java.util.ArrayList;
import java.util.List;

/** Replaces secrets in lines, also what they leave on the lines after their first. */
final class SecretLines {

  private static final int LONGEST_KEY = 400;
  private static final int SHORTEST_FOLDED = 8;
  private static final int SHORTEST_REST = 8;
  private static final int SHORTEST_BODY = 30;

  /** Over how many lines a call or an object with a secret parameter goes. */
  private static final int NEAR = 8;

  private final List<String> lines;
  private final List<String> out = new ArrayList<>();
  private final Passwords passwords = new Passwords();

  /** How many more lines can be the body of a private key. */
  private int inKey;

  /** Whether the line before ends within a secret. */
  private boolean folded;

  /** Whether a line near this one puts or shows a secret parameter. */
  private boolean nearParameter;

  SecretLines(List<String> lines) {
    this.lines = lines;
  }

  List<String> mask() {
    int next = nextParameter(0);
    int last = -NEAR - 1;
    for (int i = 0; i < lines.size(); i++) {
      if (i == next) {
        last = i;
        next = nextParameter(i + 1);
      }
      nearParameter = i - last <= NEAR || next - i <= NEAR;
      out.add(mask(lines.get(i)));
    }
    return passwords.isEmpty() ? out : passwords.mask(out);
  }

  /** The first line from one on that puts or shows a secret parameter; far off without one. */
  private int nextParameter(int from) {
    int i = from;
    while (i < lines.size() && !SecureStrings.tells(lines.get(i))) {
      i++;
    }
    return i < lines.size() ? i : lines.size() + NEAR;
  }

  private String mask(String line) {
    if (PrivateKeys.ends(line) && inKey == 0) {
      hideBodyBefore();
    }
    if (inKey > 0) {
      inKey = PrivateKeys.ends(line) || !isBody(line) ? 0 : inKey - 1;
      if (inKey > 0) {
        return Secrets.MASK;
      }
      int end = line.indexOf("-----END ");
      return end > 0 ? Secrets.MASK + Secrets.mask(line.substring(end)) : Secrets.mask(line);
    }
    if (folded && isRest(line)) {
      return Secrets.MASK;
    }
    Ranges secrets = Secrets.find(line, nearParameter);
    secrets.passwords().forEach(passwords::add);
    folded = secrets.lengthAtEnd() >= SHORTEST_FOLDED;
    inKey = PrivateKeys.bodyStart(line, 0) >= 0 && !PrivateKeys.ends(line) ? LONGEST_KEY : 0;
    return secrets.applied();
  }

  /** Hides the body of a key whose first line is not in the text. */
  private void hideBodyBefore() {
    int last = out.size() - 1;
    for (int i = last; i >= 0; i--) {
      if (i == last ? !isWord(lines.get(i)) : !isLong(lines.get(i))) {
        return;
      }
      out.set(i, Secrets.MASK);
    }
  }

  /** Whether a line can be one of a key's body, whatever a log puts before it. */
  private static boolean isBody(String line) {
    String bare = bare(line);
    return bare.isEmpty()
        || isWord(bare)
        || isLong(bare)
        || endsWithToken(bare)
        || bare.startsWith("Proc-Type:")
        || bare.startsWith("DEK-Info:");
  }

  /** Whether a line is nothing but the rest of a token; its padding stands at the end. */
  private static boolean isRest(String line) {
    String bare = bare(line);
    int padding = bare.indexOf('=');
    boolean telling = padding >= 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (!SecretWords.isTokenPart(c) && (c != ':' || bare.length() < 2 * SHORTEST_REST)) {
        return false;
      }
      telling |= (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
    telling |= SecretWords.changes(bare, 0, bare.length()) * 3 >= bare.length();
    return bare.length() >= SHORTEST_REST
        && telling
        && (padding < 0 || padding >= bare.length() - 2)
        && !PlainValues.beginsSentence(bare);
  }

  /** Whether a line is one word of those that tokens are made of. */
  private static boolean isWord(String line) {
    String bare = bare(line);
    return longestWord(bare) == bare.length();
  }

  private static boolean endsWithToken(String line) {
    int from = line.lastIndexOf(' ') + 1;
    boolean padded = line.endsWith("=") && line.length() - from >= SHORTEST_REST;
    return padded || SecretWords.isRandom(line, from, line.length());
  }

  /** Whether a line has a word as long as those of a key's body. */
  private static boolean isLong(String line) {
    return longestWord(line) >= SHORTEST_BODY;
  }

  private static int longestWord(String line) {
    int longest = 0;
    int length = 0;
    for (int i = 0; i < line.length(); i++) {
      length = SecretWords.isTokenPart(line.charAt(i)) ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
    return longest;
  }

  /** A line without blanks, frames, quotes and brackets around it. */
  private static String bare(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isAround(line.charAt(from))) {
      from++;
    }
    while (to > from && isAround(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isAround(char c) {
    return c <= ' ' || "\"'`,;:()[]{}<>|\\&".indexOf(c) >= 0 || (c >= '\u2500' && c <= '\u259f');
  }
}
