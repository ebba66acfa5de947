package awsleuth.core.read;

/** Knows the lines of Python tracebacks in all their prints. */
final class Tracebacks {

  private Tracebacks() {}

  /** Whether a line is a part of a traceback other than the exception's own line. */
  static boolean isPartOf(String line) {
    return isFrame(line) || isHeader(line) || isLink(line) || isMarks(line);
  }

  static boolean isFrame(String line) {
    return line.contains("File \"")
        || line.contains("File '")
        || line.contains(".py\", line ")
        || isIpythonFrame(line);
  }

  static boolean isHeader(String line) {
    return line.contains("Traceback (most recent call last)") || line.strip().equals("Traceback:");
  }

  /** Whether a line links two exceptions of a chain. */
  static boolean isLink(String line) {
    return line.contains("During handling of the above exception")
        || line.contains("The above exception was the direct cause");
  }

  private static boolean isIpythonFrame(String line) {
    String s = line.strip();
    if (s.startsWith("-->") || s.startsWith("---->")) {
      return true;
    }
    int in = s.indexOf(" in ");
    return in > 0 && s.lastIndexOf(".py", in) > 0 && s.endsWith(")") && s.indexOf(": ") < 0;
  }

  /** A line of carets, tildes, dashes or plus signs. */
  private static boolean isMarks(String line) {
    boolean any = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '^' || c == '~' || c == '-' || c == '+') {
        any = true;
      } else if (c != ' ') {
        return false;
      }
    }
    return any;
  }
}
