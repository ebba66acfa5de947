package awsleuth.core.secret;

/** Finds private keys in PEM: what stands between their first and last line. */
final class PrivateKeys {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final int LONGEST_LABEL = 40;

  private PrivateKeys() {}

  /** Where the body of a private key begins in a text, from a place on; -1 where there is none. */
  static int bodyStart(String text, int from) {
    for (int at = text.indexOf(BEGIN, from); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int label = at + BEGIN.length();
      int end = text.indexOf("-----", label, Math.min(text.length(), label + LONGEST_LABEL));
      if (end >= 0 && text.substring(label, end).contains("PRIVATE KEY")) {
        return end + 5;
      }
    }
    return -1;
  }

  /** Whether a text has the line after a private key. */
  static boolean ends(String text) {
    int end = text.indexOf(END);
    return end >= 0 && text.indexOf("PRIVATE KEY", end) >= 0;
  }

  static void find(String text, Ranges.Sink sink) {
    for (int body = bodyStart(text, 0); body >= 0; body = bodyStart(text, body)) {
      int end = text.indexOf(END, body);
      sink.add(body, end < 0 ? text.length() : end, end < 0 ? "" : Secrets.MASK);
      body = end < 0 ? text.length() : end;
    }
  }
}
