package awsleuth.trail.ask;

/** Tells whether messages say the same of different things. */
final class Wording {

  private static final int LONGEST = 200;

  private Wording() {}

  /**
   * The same for messages that differ but in what is no plain word: names in quotes, ids, numbers,
   * ARNs.
   */
  static long of(String message) {
    long hash = 0xcbf29ce484222325L;
    int end = Math.min(message.length(), LONGEST);
    int at = 0;
    while (at < end) {
      int from = at;
      boolean plain = true;
      while (at < end && message.charAt(at) != ' ') {
        plain &= isOfWord(message.charAt(at), at + 1 == end || message.charAt(at + 1) == ' ');
        at++;
      }
      for (int i = from; plain && i < at; i++) {
        hash = (hash ^ message.charAt(i)) * 0x100000001b3L;
      }
      at++;
    }
    return hash;
  }

  private static boolean isOfWord(char c, boolean last) {
    return Character.isLetter(c) || (last && ".,:;".indexOf(c) >= 0) || c == '\'';
  }
}
