package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A command line as a POSIX shell parts it, nothing expanded. */
final class ShellWords {

  /**
   * A word.
   *
   * @param text without its quotes
   * @param known false if the shell would put something else in its place, such as a variable
   */
  record Word(String text, boolean known, int line) {

    /** The word with quotes where it needs them. */
    String written() {
      return known ? CallText.quoted(text) : "\"" + text.replace("\"", "\\\"") + "\"";
    }
  }

  private final String source;
  private int at;
  private int line = 1;
  private OptionalInt open = OptionalInt.empty();

  private ShellWords(String source) {
    this.source = source;
  }

  static List<Word> of(String source) {
    ShellWords words = new ShellWords(source);
    List<Word> all = new ArrayList<>();
    while (words.more()) {
      all.add(words.word());
    }
    return all;
  }

  /** Where the commands of a text begin, which separators, pipes and the ends of lines part. */
  static List<Integer> starts(String source) {
    ShellWords words = new ShellWords(source);
    List<Integer> starts = new ArrayList<>();
    while (words.at < source.length()) {
      starts.add(words.at);
      while (words.more()) {
        words.word();
      }
      words.part();
    }
    return starts;
  }

  /** Passes over what parts two commands, and a comment. */
  private void part() {
    if (at < source.length() && source.charAt(at) == '#') {
      int end = source.indexOf('\n', at);
      at = end < 0 ? source.length() : end;
    }
    while (at < source.length() && " \t\n\r|;&>".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Where a quote begins that is not closed; empty where there is none. */
  static OptionalInt openQuote(String source) {
    ShellWords words = new ShellWords(source);
    while (words.more()) {
      words.word();
    }
    return words.open;
  }

  /** Passes over spaces and continued lines; false at the end of the command. */
  private boolean more() {
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean continued = (c == '\\' || c == '`' || c == '^') && newline(at + 1);
      if (continued) {
        at += source.startsWith("\r\n", at + 1) ? 3 : 2;
        line++;
      } else if (c == ' ' || c == '\t') {
        at++;
      } else {
        return c != '\n' && c != '\r' && c != '|' && c != ';' && c != '&' && c != '#' && c != '>';
      }
    }
    return false;
  }

  private boolean newline(int i) {
    return i < source.length() && (source.charAt(i) == '\n' || source.charAt(i) == '\r');
  }

  private Word word() {
    StringBuilder text = new StringBuilder();
    boolean known = true;
    int start = line;
    while (at < source.length() && " \t\n\r|;&>".indexOf(source.charAt(at)) < 0) {
      char c = source.charAt(at++);
      if (c == '\'') {
        int end = source.indexOf('\'', at);
        open = end < 0 ? OptionalInt.of(at - 1) : open;
        end = end < 0 ? source.length() : end;
        text.append(source, at, end);
        at = Math.min(end + 1, source.length());
      } else if (c == '"') {
        known &= quoted(text);
      } else if (c == '\\' && at < source.length()) {
        text.append(source.charAt(at++));
      } else {
        known &= c != '$' && c != '`';
        text.append(c);
      }
    }
    line += (int) text.chars().filter(c -> c == '\n').count();
    return new Word(text.toString(), known, start);
  }

  /** To the closing quote; whether all of it is known. */
  private boolean quoted(StringBuilder text) {
    boolean known = true;
    int start = at - 1;
    while (at < source.length() && source.charAt(at) != '"') {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length() && "\\\"$`\n".indexOf(source.charAt(at)) >= 0) {
        char escaped = source.charAt(at++);
        text.append(escaped == '\n' ? "" : String.valueOf(escaped));
      } else {
        known &= c != '$' && c != '`';
        text.append(c);
      }
    }
    open = at < source.length() ? open : OptionalInt.of(start);
    at++;
    return known;
  }
}
