package awsleuth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a POSIX shell would split it ("Shell Command Language", 2.2 to 2.4): enough to see what
 * runs, what is a file and what is a mere argument. A {@code <placeholder>} is a word of its own.
 */
public final class ShellText {

  private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][A-Za-z0-9 ./_-]*>");
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=[\\s\\S]*");
  private static final String PLAIN = "-_./:=+@%,~";

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private ShellText(String text) {
    this.text = text;
  }

  /** What a word is to the command that it stands in. */
  public enum Place {
    /** The name of what runs. */
    COMMAND,
    /** An argument, or the value of a variable. */
    ARGUMENT,
    /** The file of a redirection. */
    FILE
  }

  /**
   * A word after the removal of quotes.
   *
   * @param value its text; of a substitution nothing, since its words are given by themselves
   * @param plain whether all that stands outside of quotes means itself to the shell
   */
  public record Word(String value, Place place, boolean plain) {}

  /**
   * The words in their order, those of substitutions before the word that they stand in.
   *
   * @throws IllegalArgumentException where a quote or a substitution is not closed
   */
  public static List<Word> words(String text) {
    ShellText shell = new ShellText(text);
    shell.list('\0');
    return List.copyOf(shell.words);
  }

  /** A list of commands up to a character that closes it, or to the end of the text. */
  private void list(char end) {
    Place next = Place.COMMAND;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == end) {
        at++;
        return;
      }
      if (c == ' ' || c == '\t') {
        at++;
      } else if ("\n;&|()".indexOf(c) >= 0) {
        at++;
        next = Place.COMMAND;
      } else if (c == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      } else if ((c == '<' || c == '>') && !isPlaceholder()) {
        at++;
        next = Place.FILE;
      } else {
        next = word(next, end);
      }
    }
    if (end != '\0') {
      throw new IllegalArgumentException("no " + end + " in: " + text);
    }
  }

  private boolean isPlaceholder() {
    Matcher m = PLACEHOLDER.matcher(text);
    return m.region(at, text.length()).lookingAt();
  }

  /** Reads a word and gives the place of the one behind it. */
  private Place word(Place place, char end) {
    StringBuilder value = new StringBuilder();
    boolean plain = true;
    while (at < text.length() && text.charAt(at) != end && " \t\n;&|()>".indexOf(c()) < 0) {
      Matcher m = PLACEHOLDER.matcher(text).region(at, text.length());
      if (m.lookingAt()) {
        value.append(m.group());
        at = m.end();
        continue;
      }
      char c = text.charAt(at++);
      switch (c) {
        case '\'' -> single(value);
        case '"' -> plain &= quoted(value);
        case '\\' -> value.append(at < text.length() ? text.charAt(at++) : c);
        case '$', '`' -> plain &= expansion(c, value);
        case '<' -> throw new IllegalArgumentException("a redirection in a word: " + text);
        default -> {
          value.append(c);
          plain &= Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
        }
      }
    }
    boolean assigned = place == Place.COMMAND && ASSIGNMENT.matcher(value).matches();
    words.add(new Word(value.toString(), assigned ? Place.ARGUMENT : place, plain));
    return place == Place.FILE || assigned ? Place.COMMAND : Place.ARGUMENT;
  }

  private char c() {
    return text.charAt(at);
  }

  private void single(StringBuilder value) {
    int close = text.indexOf('\'', at);
    if (close < 0) {
      throw new IllegalArgumentException("no ' in: " + text);
    }
    value.append(text, at, close);
    at = close + 1;
  }

  /** Reads up to the closing double quote and says whether nothing within is expanded. */
  private boolean quoted(StringBuilder value) {
    boolean plain = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return plain;
      } else if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(c()) >= 0) {
        value.append(text.charAt(at++));
      } else if (c == '$' || c == '`') {
        plain &= expansion(c, value);
      } else {
        value.append(c);
        plain &= c != '!';
      }
    }
    throw new IllegalArgumentException("no \" in: " + text);
  }

  /** Reads the words of a substitution; a mere {@code $} is text. Gives whether it is none. */
  private boolean expansion(char c, StringBuilder value) {
    if (c == '`') {
      list('`');
    } else if (at < text.length() && c() == '(') {
      at++;
      list(')');
    } else {
      value.append(c);
    }
    return false;
  }
}
