package awsleuth.core.cause;

import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands that change lines of a file and keep the file as it was beside it ({@code .bak}). They
 * name the line and do not show what is in it.
 */
public final class FileEdits {

  private FileEdits() {}

  /** Puts another name of a setting in the place of one. */
  public static Fix rename(Source line, String from, String to) {
    return sed(
        "rename `" + from + "` in " + at(line) + " to `" + to + "`",
        line,
        line.line() + "s/" + from + "/" + to + "/");
  }

  /** Puts another line in the place of one. */
  public static Fix replace(String title, Source line, String text) {
    return isPlain(text)
        ? sed(title, line, line.line() + "s/.*/" + text.replace("/", "\\/") + "/")
        : Fix.setting(title, Literal.line(text));
  }

  /** Puts another value behind the name of a setting. */
  public static Fix value(String title, Source line, String value) {
    return isPlain(value)
        ? sed(title, line, line.line() + "s/=.*/= " + value.replace("/", "\\/") + "/")
        : Fix.setting(title, Literal.line(value));
  }

  /** Makes lines from one to another comments. */
  public static Fix comment(String title, Source line, int last) {
    String range = last == line.line() ? "" : "," + last;
    return sed(title, line, line.line() + range + "s/^/# /");
  }

  /** Takes the quotes out of a line. */
  public static Fix unquote(String title, Source line) {
    return sed(title, line, line.line() + "s/[\"']//g");
  }

  /** Takes the comment after a value away. */
  public static Fix uncomment(String title, Source line) {
    return sed(title, line, line.line() + "s/[[:space:]][#;].*$//");
  }

  /** Takes lines of one file away. */
  public static Fix delete(String title, List<Source> lines) {
    String script = lines.stream().map(s -> s.line() + "d").collect(Collectors.joining(";"));
    return sed(title, lines.getFirst(), script);
  }

  private static Fix sed(String title, Source line, String script) {
    return Fix.command(
        title, "sed -i.bak " + Literal.shell(script) + " " + Literal.shell(line.artifact()));
  }

  /** A place in one line of a sentence. */
  public static String at(Source source) {
    return Literal.line(source.toString());
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 0x7f && (word(c) || " _.:@=-[]\"/".indexOf(c) >= 0));
  }

  private static boolean word(int c) {
    return Character.isLetterOrDigit(c);
  }
}
