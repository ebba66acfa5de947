package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What JavaScript prints before an error's stack: {@code AccessDenied: Access Denied}, {@code
 * S3ServiceException [SlowDown]: Please reduce your request rate.}
 *
 * @param start where it begins; -1 where there is none
 * @param code the error's name, the one in brackets first
 * @param message what stands after it, on as many lines as it has
 */
record JavaScriptHead(int start, String code, String message) {

  static final JavaScriptHead NONE = new JavaScriptHead(-1, "", "");

  private static final int MOST_LINES = 6;
  private static final int LONGEST = 2000;

  /** Where the error begins, whose fields begin at a place. */
  int position(int fields) {
    return start < 0 ? fields : start;
  }

  /** Reads upwards from a line, of which no more counts than what stands before a place. */
  static JavaScriptHead read(Flat flat, int line, int end, int floor) {
    Deque<String> further = new ArrayDeque<>();
    for (int i = line; i >= 0 && line - i < MOST_LINES && flat.startOf(i) >= floor; i--) {
      int from = flat.startOf(i);
      int to = Math.min(i == line ? end : flat.endOf(i), from + LONGEST);
      String text = flat.text.substring(from, Math.max(from, to));
      for (int colon = text.indexOf(": "); colon >= 0; colon = text.indexOf(": ", colon + 1)) {
        String name = name(text, colon);
        if (isName(name)) {
          further.addFirst(text.substring(colon + 2).strip());
          return new JavaScriptHead(from, name, String.join("\n", further).strip());
        }
      }
      if (text.isBlank() || text.endsWith("}")) {
        return NONE;
      }
      further.addFirst(text.strip());
    }
    return NONE;
  }

  private static String name(String text, int colon) {
    if (colon > 0 && text.charAt(colon - 1) == ']') {
      int open = text.lastIndexOf('[', colon);
      return open < 0 ? "" : text.substring(open + 1, colon - 1);
    }
    return ClassNames.simple(ClassNames.endingAt(text, colon));
  }

  private static boolean isName(String name) {
    return CodeWords.looksLikeCode(name)
        || name.equals("Forbidden")
        || (name.length() == 3 && Numbers.statusAt(name, 0).isPresent());
  }
}
