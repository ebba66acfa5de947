package awsleuth.trail.ask;

import awsleuth.trail.Fnv;

/** Tells whether messages say the same of different things. */
final class Wording {

  private static final int LONGEST = 200;

  private Wording() {}

  /**
   * The same for messages that differ but in what is no plain word: names in quotes, ids, numbers,
   * ARNs.
   */
  static long of(String message) {
    StringBuilder words = new StringBuilder();
    int end = Math.min(message.length(), LONGEST);
    int at = 0;
    while (at < end) {
      int from = at;
      boolean plain = true;
      while (at < end && message.charAt(at) != ' ') {
        plain &= isOfWord(message.charAt(at), at + 1 == end || message.charAt(at + 1) == ' ');
        at++;
      }
      if (plain) {
        words.append(message, from, at);
      }
      at++;
    }
    return Fnv.hash(words.toString());
  }

  private static boolean isOfWord(char c, boolean last) {
    return Character.isLetter(c) || (last && ".,:;".indexOf(c) >= 0) || c == '\'';
  }
}
