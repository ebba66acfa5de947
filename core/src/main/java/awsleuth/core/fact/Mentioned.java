package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import java.util.Optional;

/** Names of things in the message of a failed call, by the forms that AWS gives them. */
public final class Mentioned {

  private static final int LONGEST = 300;

  private Mentioned() {}

  /** The first ARN of a service, such as {@code kms}; empty where the message has none. */
  public static Optional<String> arn(Facts facts, String service) {
    String text = facts.call().message();
    for (int at = text.indexOf("arn:"); at >= 0; at = text.indexOf("arn:", at + 1)) {
      String arn = word(text, at);
      if (arn.split(":", 4).length == 4 && arn.split(":", 4)[2].equals(service)) {
        return Optional.of(arn);
      }
    }
    return Optional.empty();
  }

  /** The first ARN of the service that was called; empty where the message has none. */
  static Optional<String> ownArn(Facts facts) {
    String service = facts.call().service();
    return service.isEmpty()
            || facts.denial() instanceof Fact.Known
            || service.equals("sts")
            || service.equals("iam")
        ? Optional.empty()
        : arn(facts, service);
  }

  /** The first id with a prefix, such as {@code sg-}; empty where the message has none. */
  public static Optional<String> id(Facts facts, String prefix) {
    String text = facts.call().message();
    for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      String id = word(text, at);
      if (begins && isHex(id.substring(prefix.length()))) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /** The word after the first place of some words; empty where none is there. */
  public static Optional<String> after(Facts facts, String words) {
    String text = facts.call().message();
    int at = text.indexOf(words);
    String word = at < 0 ? "" : word(text, at + words.length());
    return word.isEmpty() ? Optional.empty() : Optional.of(word);
  }

  /** The same in all that was read of the failure, the lines around it too. */
  public static Optional<String> nearby(Facts facts, String words) {
    for (Passage p : facts.failure().passages()) {
      int at = p.text().indexOf(words);
      String word = at < 0 ? "" : word(p.text(), at + words.length());
      if (!word.isEmpty()) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** The name before {@code .amazonaws.com} of the first service principal; empty where none. */
  public static Optional<String> principal(Facts facts) {
    String text = facts.call().message();
    int end = text.indexOf(".amazonaws.com");
    int start = Math.max(0, end);
    while (start > 0
        && text.charAt(start - 1) < 128
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '-')) {
      start--;
    }
    boolean host = start > 0 && (text.charAt(start - 1) == '.' || text.charAt(start - 1) == '/');
    return end <= start || host ? Optional.empty() : Optional.of(text.substring(start, end));
  }

  /** The first address of a page; empty where the message has none. */
  public static Optional<String> url(Facts facts) {
    String text = facts.call().message();
    int at = text.indexOf("https://");
    int end = Math.max(0, at);
    while (at >= 0
        && end < text.length()
        && end - at < LONGEST
        && (isPart(text.charAt(end)) || "?&#%~".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    while (at >= 0 && end > at && ".:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return at < 0 ? Optional.empty() : Optional.of(text.substring(at, end));
  }

  private static boolean isHex(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static String word(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    while (end > from && ".:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(from, end);
  }

  private static boolean isPart(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "-_./:+=@*".indexOf(c) >= 0);
  }
}
