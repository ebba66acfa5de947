package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Quotes;
import java.util.List;

/**
 * Forms of lines in which the words of a failure are named and nothing has failed: program code,
 * comments, patterns, metrics, access logs. They look at one line alone, which is not longer than
 * people write them.
 */
final class LineForms {

  private static final int LONGEST_NAME = 120;

  /** What a statement begins with that hands a text on: a literal or a call comes next. */
  private static final List<String> STATEMENTS =
      List.of(
          "raise ",
          "throw ",
          "echo ",
          "printf ",
          "print(",
          "println!(",
          "fmt.",
          "console.",
          "log.",
          "logger.",
          "logging.",
          "LOG.",
          "Log.",
          "LOGGER.",
          "self.",
          "expect(",
          "assert ",
          "assert(",
          "Write-Error ",
          "Write-Host ",
          "System.out.",
          "System.err.",
          "return ",
          "case ");

  /** The same within a line. */
  private static final List<String> WITHIN =
      List.of(
          " catch (",
          " catch(",
          "echo \"",
          "echo '",
          "throw new ",
          "raise Runtime",
          "raise System",
          "log.warn(",
          "log.error(",
          "log.info(",
          "logger.warn",
          "logger.error(",
          "logger.info(",
          "logger.exception(",
          ".get(\"Code\")",
          "[\"Code\"] ",
          "['Code'] ");

  private LineForms() {}

  /** Whether a line is a statement that raises, logs or prints a text, or a comment. */
  static boolean isStatement(String line) {
    String bare = line.strip();
    if (bare.startsWith("//")
        || bare.startsWith("/*")
        || bare.startsWith("<!--")
        || bare.startsWith("with pytest.raises(")) {
      return true;
    }
    if (bare.startsWith("* @") || isImport(bare) || isHandler(bare) || isCondition(bare)) {
      return true;
    }
    for (String start : STATEMENTS) {
      if (bare.startsWith(start) && handsOn(bare, start.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line is program code, also where the statement does not begin it. */
  static boolean isProgram(String line) {
    String bare = line.strip();
    return isStatement(line)
        || isAssignment(bare)
        || WITHIN.stream().anyMatch(bare::contains)
        || bare.contains(" == \"")
        || bare.contains(" == '");
  }

  /** Whether a literal, or the name of something that is called, comes next. */
  private static boolean handsOn(String line, int from) {
    int i = line.startsWith("new ", from) ? from + 4 : from;
    int start = i;
    while (i < line.length() && (ClassNames.isPart(line.charAt(i)) || line.charAt(i) == ':')) {
      i++;
    }
    boolean call = i < line.length() && line.charAt(i) == '(';
    boolean literal = i - start < 3 && i < line.length() && Quotes.isQuote(line.charAt(i));
    return i - start < LONGEST_NAME && (call || literal);
  }

  private static boolean isImport(String line) {
    boolean from = line.startsWith("from ") && line.contains(" import ");
    return from || (line.startsWith("import ") && line.indexOf(": ") < 0);
  }

  private static boolean isHandler(String line) {
    boolean python = line.startsWith("except ") && line.endsWith(":");
    return python || line.startsWith("catch (") || line.startsWith("} catch");
  }

  /** {@code if code == "X":}, {@code elif …:}, {@code if (…)} with a brace, {@code if … then}. */
  private static boolean isCondition(String line) {
    boolean word =
        line.startsWith("if ")
            || line.startsWith("if(")
            || line.startsWith("elif ")
            || line.startsWith("else if ")
            || line.startsWith("} else if ")
            || line.startsWith("while ");
    return word
        && (line.endsWith(":")
            || line.endsWith("{")
            || line.endsWith("then")
            || line.endsWith("do")
            || line.endsWith(")"));
  }

  /** {@code name = "…"}, {@code const name = new X(…)}; log fields have no blanks there. */
  private static boolean isAssignment(String line) {
    int equals = line.indexOf(" = ");
    if (equals < 1 || equals > LONGEST_NAME || equals + 3 >= line.length()) {
      return false;
    }
    String name = line.substring(0, equals);
    String bare = name.substring(name.lastIndexOf(' ') + 1);
    boolean declared = bare.length() == name.length() || isDeclaring(name);
    boolean plain =
        bare.chars().allMatch(c -> ClassNames.isPart((char) c) || "[]'\"$".indexOf(c) >= 0);
    char next = line.charAt(equals + 3);
    return declared && plain && (Quotes.isQuote(next) || next == '(' || next == '[' || next == '{');
  }

  private static boolean isDeclaring(String name) {
    return List.of("const ", "let ", "var ", "final ", "private ", "public ", "static ", "String ")
        .stream()
        .anyMatch(name::startsWith);
  }

  /** A sample of Prometheus: {@code name{label="value"} 0}, maybe with a time after it. */
  static boolean isMetric(String line) {
    String bare = line.strip();
    int i = 0;
    while (i < bare.length() && (ClassNames.isPart(bare.charAt(i)) || bare.charAt(i) == ':')) {
      i++;
    }
    int close = bare.lastIndexOf("} ");
    return i > 0
        && i < bare.length()
        && bare.charAt(i) == '{'
        && bare.indexOf("=\"", i) > 0
        && close > i
        && bare.substring(close + 2)
            .chars()
            .allMatch(c -> " .+-eENaIinf".indexOf(c) >= 0 || isDigit(c));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Where a request's line of an access log ends, {@code "GET /path HTTP/1.1" 403}: what a server
   * answered to others. In a client's log a URL stands before the quote; S3's own log has its
   * operations, {@code REST.GET.OBJECT}. -1 where there is none.
   */
  static boolean isAccess(String line) {
    int version = line.indexOf(" HTTP/");
    int close = version < 0 ? -1 : line.indexOf('"', version);
    if (close < 0 || close - version > 12 || !line.startsWith("\" ", close)) {
      return false;
    }
    int open = line.lastIndexOf('"', version);
    int method = open < 0 ? -1 : line.indexOf(' ', open);
    if (method < 0
        || method - open > 9
        || close + 2 >= line.length()
        || !isDigit(line.charAt(close + 2))) {
      return false;
    }
    String before = line.substring(0, open);
    int word = before.stripTrailing().lastIndexOf(' ') + 1;
    return !before.startsWith("http", word) && !before.contains(" REST.");
  }

  /** A filter or rule over codes: {@code A|B}, {@code ?"A" ?"B"}, {@code $.errorCode = "A"}. */
  static boolean isPattern(String line) {
    String bare = line.strip();
    return bare.contains(" ?\"")
        || bare.contains("'?\"")
        || (bare.contains("$.") && bare.contains(" = \""))
        || hasAlternatives(bare);
  }

  private static boolean hasAlternatives(String line) {
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', bar + 1)) {
      int end = bar + 1;
      while (end < line.length() && ClassNames.isPart(line.charAt(end))) {
        end++;
      }
      if (CodeWords.looksLikeCode(ClassNames.endingAt(line, bar))
          && CodeWords.looksLikeCode(line.substring(bar + 1, end))) {
        return true;
      }
    }
    return false;
  }
}
