package awsleuth.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON with one member or value a line, two spaces a level, strings as they are written. */
final class LaidOut {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\{\\s*\\}|\\[\\s*\\]|[{}\\[\\],:]|[^\\s{}\\[\\],:\"]+");

  private LaidOut() {}

  /** The text, laid out anew. */
  static String of(String json) {
    StringBuilder out = new StringBuilder();
    String indent = "\n";
    Matcher token = TOKEN.matcher(json);
    while (token.find()) {
      String t = token.group();
      switch (t) {
        case "{", "[" -> {
          indent += "  ";
          out.append(t).append(indent);
        }
        case "}", "]" -> {
          indent = indent.substring(0, indent.length() - 2);
          out.append(indent).append(t);
        }
        case "," -> out.append(t).append(indent);
        case ":" -> out.append(": ");
        default -> out.append(t.endsWith("\"") ? t : t.replaceAll("\\s", ""));
      }
    }
    return out.append('\n').toString();
  }
}
