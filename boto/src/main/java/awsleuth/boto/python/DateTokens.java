package awsleuth.boto.python;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text of a date, as dateutil parts it: runs of letters, runs of digits with a point
 * or comma in them, single other characters. Decimal digits of all scripts are those of ASCII then.
 */
final class DateTokens {

  private final int[] text;
  private int at;
  private final List<String> tokens = new ArrayList<>();

  private DateTokens(String text) {
    this.text = text.codePoints().filter(c -> c != 0).toArray();
  }

  static List<String> of(String text) {
    DateTokens reader = new DateTokens(PythonCharacters.asciiDigits(text));
    while (reader.at < reader.text.length) {
      reader.token();
    }
    return reader.tokens;
  }

  private boolean letterNext() {
    return at < text.length && Character.isLetter(text[at]);
  }

  private boolean digitNext() {
    return at < text.length && PythonCharacters.isDigit(text[at]);
  }

  private boolean next(char c) {
    return at < text.length && text[at] == c;
  }

  private void token() {
    StringBuilder token = new StringBuilder();
    if (letterNext()) {
      token.appendCodePoint(text[at++]);
      dotted(token, true);
    } else if (digitNext()) {
      token.appendCodePoint(text[at++]);
      dotted(token, false);
    } else {
      int c = text[at++];
      tokens.add(PythonSpaces.isSpace(c) ? " " : Character.toString(c));
    }
  }

  /**
   * The rest of a word or number. After a point the other kind may follow, as in {@code
   * Sep.20.2009}; what then has letters, more than one point, or one at its end is parted.
   */
  private void dotted(StringBuilder token, boolean word) {
    boolean letters = false;
    boolean dots = false;
    boolean inWord = word;
    while (at < text.length) {
      letters |= inWord;
      boolean afterDot = dots && token.charAt(token.length() - 1) == '.';
      if (inWord ? letterNext() : digitNext()) {
        token.appendCodePoint(text[at++]);
      } else if (next('.')
          || (!inWord && !dots && next(',') && token.codePointCount(0, token.length()) >= 2)) {
        token.append((char) text[at++]);
        dots = true;
      } else if (afterDot && (inWord ? digitNext() : letterNext())) {
        inWord = !inWord;
        token.appendCodePoint(text[at++]);
      } else {
        break;
      }
    }
    add(token.toString(), letters, dots, inWord);
  }

  private void add(String token, boolean letters, boolean dots, boolean inWord) {
    char last = token.charAt(token.length() - 1);
    long points = token.chars().filter(c -> c == '.').count();
    String first = token;
    if (dots && (letters || points > 1 || last == '.' || last == ',')) {
      List<String> parts = parts(token);
      first = parts.getFirst();
      tokens.add(numeric(first, dots, inWord));
      tokens.addAll(parts.subList(1, parts.size()));
    } else {
      tokens.add(numeric(first, dots, inWord));
    }
  }

  private static String numeric(String token, boolean dots, boolean inWord) {
    return dots && !inWord && token.indexOf('.') < 0 ? token.replace(',', '.') : token;
  }

  private static List<String> parts(String token) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == '.' || c == ',') {
        if (i > start || parts.isEmpty()) {
          parts.add(token.substring(start, i));
        }
        parts.add(String.valueOf(c));
        start = i + 1;
      }
    }
    if (start < token.length()) {
      parts.add(token.substring(start));
    }
    return parts;
  }
}
