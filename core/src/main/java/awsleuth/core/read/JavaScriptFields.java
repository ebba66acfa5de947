package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Quotes;

/** Fields of an object that JavaScript printed, their names quoted or not. */
final class JavaScriptFields {

  private JavaScriptFields() {}

  /** Whether a line begins with a field: {@code name: 'X',}, {@code "$fault": "client"}. */
  static boolean isField(String line) {
    int i = line.isEmpty() || !Quotes.isQuote(line.charAt(0)) ? 0 : 1;
    int start = i;
    while (i < line.length() && (ClassNames.isPart(line.charAt(i)) || line.charAt(i) == '$')) {
      i++;
    }
    int end = i;
    i += i < line.length() && Quotes.isQuote(line.charAt(i)) ? 1 : 0;
    return end > start && line.startsWith(": ", i);
  }

  /** The value of the first field of that exact name, without quotes; empty for none, undefined. */
  static String value(String object, String name) {
    for (int at = object.indexOf(name); at >= 0; at = object.indexOf(name, at + 1)) {
      int from =
          at > 0 && isNamePart(object.charAt(at - 1)) ? -1 : begin(object, at + name.length());
      if (from >= 0) {
        return from < object.length() && Quotes.isQuote(object.charAt(from))
            ? quoted(object, from)
            : bare(object, from);
      }
    }
    return "";
  }

  private static boolean isNamePart(char c) {
    return ClassNames.isPart(c) || c == '$';
  }

  /** Where the value begins after a name: past a quote, the colon and blanks; -1 if none does. */
  private static int begin(String object, int nameEnd) {
    int i = nameEnd;
    i += i < object.length() && Quotes.isQuote(object.charAt(i)) ? 1 : 0;
    if (i >= object.length() || object.charAt(i) != ':') {
      return -1;
    }
    i++;
    while (i < object.length() && (object.charAt(i) == ' ' || object.charAt(i) == '\n')) {
      i++;
    }
    return i;
  }

  private static String quoted(String object, int open) {
    StringBuilder out = new StringBuilder();
    char quote = object.charAt(open);
    for (int i = open + 1; i < object.length() && object.charAt(i) != quote; i++) {
      i += object.charAt(i) == '\\' && i + 1 < object.length() ? 1 : 0;
      out.append(object.charAt(i));
    }
    return out.toString().strip();
  }

  private static String bare(String object, int from) {
    int end = from;
    while (end < object.length() && ClassNames.isPart(object.charAt(end))) {
      end++;
    }
    String word = object.substring(from, end);
    return word.equals("undefined") || word.equals("null") ? "" : word;
  }
}
