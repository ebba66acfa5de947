package awsleuth.boto.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a text into words as a shell would, quotes and backslashes undone.
 *
 * @see <a href="https://docs.python.org/3/library/shlex.html#shlex.split">shlex.split</a>
 */
public final class ShellWords {

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote;

  private ShellWords() {}

  /** The words; empty where a quote is not closed or a backslash ends the text. */
  public static Optional<List<String>> split(String text) {
    ShellWords state = new ShellWords();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || state.quote == '\'') {
        state.take(c);
      } else if (++i == text.length()) {
        return Optional.empty();
      } else {
        state.escaped(text.charAt(i));
      }
    }
    state.end();
    return state.quote == 0 ? Optional.of(List.copyOf(state.words)) : Optional.empty();
  }

  private void take(char c) {
    boolean quotes = c == '\'' || c == '"';
    if (quote != 0 ? c == quote : quotes) {
      quote = quote != 0 ? 0 : c;
      inWord = true;
    } else if (quote == 0 && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
      end();
    } else {
      word.append(c);
      inWord = true;
    }
  }

  private void escaped(char c) {
    if (quote == '"' && c != '"' && c != '\\') {
      word.append('\\');
    }
    word.append(c);
    inWord = true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
