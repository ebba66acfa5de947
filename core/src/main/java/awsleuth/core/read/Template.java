package awsleuth.core.read;

import awsleuth.core.read.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A message template of botocore, such as {@code The config profile ({profile}) could not …}. */
final class Template {

  private static final int LONGEST_FIELD = 4000;
  private static final int LONGEST_LEAD = 400;
  private static final int SHORTEST_ANCHOR = 12;

  final String exception;
  private final List<String> literals = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private int anchor;

  Template(String exception, String template) {
    this.exception = exception;
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      literals.add(template.substring(from, open));
      fields.add(template.substring(open + 1, close));
      from = close + 1;
    }
    literals.add(template.substring(from));
    for (int i = 1; i < literals.size(); i++) {
      anchor = literals.get(i).length() > literals.get(anchor).length() ? i : anchor;
    }
  }

  /** What stands before the first field; empty where a field comes first. */
  String first() {
    return literals.getFirst();
  }

  boolean isOneLine() {
    for (String literal : literals) {
      if (literal.indexOf('\n') >= 0) {
        return false;
      }
    }
    return true;
  }

  /** The literals; a star stands before each that follows a field. */
  List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    for (String literal : literals) {
      pieces.add(pieces.isEmpty() ? literal : "*" + literal);
    }
    return pieces;
  }

  /** The longest literal, telling or not; empty where the template is free text. */
  String longest() {
    return literals.get(anchor);
  }

  /** The literal to look for in a text; empty where the template has none that is telling. */
  String anchor() {
    String literal = literals.get(anchor);
    String stripped = literal.endsWith("\"") || literal.endsWith("'") ? cutQuote(literal) : literal;
    return stripped.strip().length() < SHORTEST_ANCHOR ? "" : stripped;
  }

  private static String cutQuote(String literal) {
    return literal.substring(0, literal.length() - 1).stripTrailing();
  }

  /**
   * Matches around an occurrence of the anchor.
   *
   * @param into takes the fields
   * @return where the message begins; -1 where the text does not match
   */
  int match(String text, int at, Map<String, String> into) {
    int start = at;
    for (int i = anchor - 1; i >= 0; i--) {
      String literal = literals.get(i);
      int from = literal.isEmpty() ? wordStart(text, start) : lastIndexOf(text, literal, start);
      if (from < 0 || start - from > LONGEST_LEAD || text.substring(from, start).contains("\n\n")) {
        return -1;
      }
      into.put(fields.get(i), text.substring(from + literal.length(), start));
      start = from;
    }
    int end = at + literals.get(anchor).length();
    for (int i = anchor; i < fields.size(); i++) {
      end = Math.min(end, text.length());
      int close = fieldEnd(text, end, literals.get(i + 1));
      into.put(fields.get(i), Quotes.bare(text.substring(end, close)));
      end = close + literals.get(i + 1).length();
    }
    return start;
  }

  /** The last place of a literal that is near enough before a position; -1 where there is none. */
  private static int lastIndexOf(String text, String literal, int before) {
    int from = Math.max(0, before - LONGEST_LEAD);
    int end = Math.min(text.length(), Math.max(from, before - 1) + literal.length());
    int at = text.substring(from, end).lastIndexOf(literal);
    return at < 0 ? -1 : from + at;
  }

  private static int wordStart(String text, int end) {
    int i = end;
    int least = Math.max(0, end - LONGEST_LEAD - 1);
    while (i > least && text.charAt(i - 1) != ' ' && text.charAt(i - 1) != '\n') {
      i--;
    }
    return i;
  }

  /** Where a field ends: before the next literal, or at the end of the line. */
  private static int fieldEnd(String text, int from, String literal) {
    int limit = Math.min(text.length(), from + LONGEST_FIELD);
    int lineEnd = text.indexOf('\n', from, limit);
    lineEnd = lineEnd < 0 ? limit : lineEnd;
    String first = literal.strip();
    if (first.isEmpty()) {
      return lineEnd;
    }
    int at = text.indexOf(literal, from, limit);
    if (at < 0) {
      at = text.indexOf(first.charAt(0), from, limit);
    }
    if (at >= 0 && at <= lineEnd) {
      return at;
    }
    boolean folded = at >= 0 && text.substring(from, at).indexOf(' ') < 0;
    return folded ? at : lineEnd;
  }
}
