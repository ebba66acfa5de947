package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;

/**
 * The begin of a text that was cut in the middle of botocore's sentence of a service error: {@code
 * sDenied) when calling the PutObject operation: Access Denied}.
 */
final class CutHead {

  private static final String CALLING = "calling the ";
  private static final String WHEN = "when ";
  private static final int LONGEST = 120;

  private CutHead() {}

  /** Where {@code calling the} stands in a text that begins so; -1 where it does not. */
  static int calling(String text, int start) {
    int at = text.indexOf(CALLING, start, Math.min(text.length(), start + LONGEST));
    return at >= 0 && isEndOfHead(text.substring(start, at)) ? at : -1;
  }

  /**
   * Whether what follows the operation is a message: people write {@code calling the GetObject
   * operation: see below} too, but in lower case, and not after the end of a code.
   */
  static boolean isSentence(String lead, String head, int after) {
    boolean code = lead.indexOf(')') >= 0;
    return head.startsWith(": ", after)
        && after + 2 < head.length()
        && (code || Character.isUpperCase(head.charAt(after + 2)));
  }

  /**
   * Whether a text is the end of {@code An error occurred (CODE) when}, from within the code on.
   */
  private static boolean isEndOfHead(String lead) {
    int i = lead.startsWith("...") ? 3 : lead.startsWith("\u2026") ? 1 : 0;
    int close = lead.indexOf(')', i);
    if (close < 0) {
      String rest = lead.substring(i);
      return WHEN.endsWith(rest.stripLeading());
    }
    while (i < close && isOfCode(lead.charAt(i))) {
      i++;
    }
    return i == close && lead.substring(close + 1).strip().equals(WHEN.strip());
  }

  private static boolean isOfCode(char c) {
    return ClassNames.isPart(c) || c == '-' || c == ':' || c == '/';
  }
}
