package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import java.util.List;
import java.util.Locale;

/** Regions named in text. */
final class Regions {

  private static final int NEGATION = 12;

  private Regions() {}

  /** The Region that a message names as one, in any case; empty where it names none. */
  static String told(String message, AwsCatalog catalog) {
    int at = message.indexOf("in region ");
    if (at < 0) {
      return "";
    }
    int start = at + "in region ".length();
    int end = start;
    while (end < message.length()
        && (Character.isLetterOrDigit(message.charAt(end)) || message.charAt(end) == '-')) {
      end++;
    }
    String word = message.substring(start, end).toLowerCase(Locale.ROOT);
    return catalog.region(word).isPresent() ? word : "";
  }

  /** The one Region that the texts around a failure name; empty where none or several are named. */
  static String only(List<Passage> passages, List<Frame> frames, AwsCatalog catalog) {
    String found = "";
    for (Passage p : passages) {
      found = add(found, in(p.text(), catalog));
    }
    for (Frame f : frames) {
      found = add(found, in(f.code(), catalog));
    }
    return found.equals("?") ? "" : found;
  }

  private static String add(String found, String more) {
    if (more.isEmpty() || found.equals(more)) {
      return found;
    }
    return found.isEmpty() ? more : "?";
  }

  private static String in(String text, AwsCatalog catalog) {
    String found = "";
    for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
      int start = dash;
      while (start > 0 && isPart(text.charAt(start - 1))) {
        start--;
      }
      int end = dash;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      String word = text.substring(start, end);
      if (word.length() < 20
          && catalog.region(word).isPresent()
          && !isElsewhere(text, start, end)) {
        found = add(found, word);
      }
      dash = Math.max(dash, end - 1);
    }
    return found;
  }

  /** Whether a Region is one where something is not, or that of a cluster's own host. */
  private static boolean isElsewhere(String text, int start, int end) {
    String lead = text.substring(Math.max(0, start - NEGATION), start);
    return lead.endsWith("n't in ")
        || lead.endsWith("not in ")
        || lead.endsWith("outside ")
        || lead.endsWith("other than ")
        || text.startsWith(".eks.amazonaws.com", end)
        || text.startsWith(".rds.amazonaws.com", end);
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
