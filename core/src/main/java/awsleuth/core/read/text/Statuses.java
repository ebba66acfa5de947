package awsleuth.core.read.text;

import java.util.OptionalInt;

/** HTTP statuses that a text names: {@code Status Code: 403}, {@code "statusCode":403}. */
public final class Statuses {

  private static final int LABEL = 12;

  private Statuses() {}

  /** The first status that a text names; empty where it names none. */
  public static OptionalInt first(String text) {
    for (int at = text.indexOf("tatus"); at >= 0; at = text.indexOf("tatus", at + 5)) {
      OptionalInt status = after(text, at + 5);
      if (status.isPresent()) {
        return status;
      }
    }
    return OptionalInt.empty();
  }

  /** The last status that a text names; empty where it names none. */
  public static OptionalInt last(String text) {
    for (int at = text.lastIndexOf("tatus"); at >= 0; at = text.lastIndexOf("tatus", at - 1)) {
      OptionalInt status = after(text, at + 5);
      if (status.isPresent()) {
        return status;
      }
    }
    return OptionalInt.empty();
  }

  /** The number after a label's {@code Code}, colon, equals sign, quotes and blanks. */
  private static OptionalInt after(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < LABEL) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return Numbers.statusAt(text, i);
      }
      if (" _:=\"'\\".indexOf(c) < 0 && "code".indexOf(Character.toLowerCase(c)) < 0) {
        return OptionalInt.empty();
      }
      i++;
    }
    return OptionalInt.empty();
  }
}
