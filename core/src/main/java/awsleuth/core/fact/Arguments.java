package awsleuth.core.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of one call in a line of Python, those of calls within them apart.
 *
 * @param texts each as it is written, without blanks around it
 * @param isWhole whether the line goes on to the closing parenthesis
 */
record Arguments(List<String> texts, boolean isWhole) {

  private static final int LONGEST = 10_000;

  /** The arguments after an opening parenthesis, as far as the line has them. */
  static Arguments after(String code, int open) {
    List<String> texts = new ArrayList<>();
    int limit = Math.min(code.length(), open + LONGEST);
    int from = open + 1;
    int depth = 0;
    int i = from;
    for (; i < limit && depth >= 0; i++) {
      char c = code.charAt(i);
      if (c == '\'' || c == '"') {
        i = closing(code, i, limit);
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == ',' && depth == 0) {
        texts.add(code.substring(from, i).strip());
        from = i + 1;
      }
    }
    String last = code.substring(from, Math.max(from, depth < 0 ? i - 1 : limit)).strip();
    if (!last.isEmpty()) {
      texts.add(last);
    }
    return new Arguments(texts, depth < 0);
  }

  /** Those of one text that is no call. */
  static Arguments of(String text) {
    return new Arguments(List.of(text), true);
  }

  private static int closing(String code, int quote, int limit) {
    int i = quote + 1;
    while (i < limit && code.charAt(i) != code.charAt(quote)) {
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  /** Whether one has this name, or may have it: among those of a dictionary or on another line. */
  boolean mayName(String name) {
    return !isWhole
        || texts.stream()
            .anyMatch(t ->
                t.startsWith("**")
                    || (t.startsWith(name) && t.substring(name.length()).strip().startsWith("=")));
  }

  /** The text of a quoted argument at a place; empty where there is none, or no literal. */
  String literal(int place) {
    String text = place >= 0 && place < texts.size() ? texts.get(place) : "";
    char quote = text.length() > 2 ? text.charAt(0) : ' ';
    boolean quoted = (quote == '"' || quote == '\'') && text.indexOf(quote, 1) == text.length() - 1;
    return quoted ? text.substring(1, text.length() - 1) : "";
  }
}
