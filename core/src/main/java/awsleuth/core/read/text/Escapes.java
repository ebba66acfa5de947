package awsleuth.core.read.text;

import java.util.ArrayList;
import java.util.List;

/** Undoes the escapes of a text that was printed as a literal. */
public final class Escapes {

  private static final int ROUNDS = 3;
  private static final int LONGEST_PATH = 300;

  private Escapes() {}

  /** The lines in a line: more than one where it holds literal {@code \n}. */
  public static List<String> split(String line) {
    if (line.indexOf('\\') < 0 || !isEscaped(line)) {
      return List.of(line);
    }
    String text = line;
    for (int i = 0; i < ROUNDS && isEscaped(text); i++) {
      text = unescape(text);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      parts.add(text.substring(start, end).stripTrailing());
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether a line has literal line breaks or escaped quotes; a Windows path alone has not. */
  private static boolean isEscaped(String line) {
    if (line.contains("\\\"")) {
      return true;
    }
    for (int at = line.indexOf("\\n"); at >= 0; at = line.indexOf("\\n", at + 2)) {
      int next = at + 2;
      if (next >= line.length()) {
        return true;
      }
      char c = line.charAt(next);
      if (c == ' ' || c == '\\' || c == '\'' || c == '"' || c == '<' || c == '{') {
        return true;
      }
      if (Character.isUpperCase(c) && !(at > 0 && isPathPart(line, at))) {
        return true;
      }
      if (Character.isLowerCase(c) && startsDotted(line, next)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsDotted(String line, int at) {
    return line.startsWith("botocore.", at)
        || line.startsWith("boto3.", at)
        || line.startsWith("s3transfer.", at)
        || line.startsWith("urllib3.", at);
  }

  private static boolean isPathPart(String line, int at) {
    String lead = line.substring(Math.max(0, at - LONGEST_PATH), at);
    return !lead.endsWith(" ") && lead.lastIndexOf(":\\") > lead.lastIndexOf(' ');
  }

  /** A text with the escapes of JSON and Python in it undone. */
  public static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 'r' -> {}
        case 't' -> out.append('\t');
        case '"', '\'', '\\', '/' -> out.append(next);
        default -> out.append(c).append(next);
      }
    }
    return out.toString();
  }
}
