package awsleuth.iam.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with wildcards: {@code *} for any characters, {@code ?} for one ("Using wildcards in
 * resource ARNs").
 */
record Pattern(List<Symbol> symbols) {

  /**
   * One place of a pattern.
   *
   * @param letter the character
   * @param wild whether {@code letter} is a wildcard, not itself
   */
  record Symbol(char letter, boolean wild) {

    boolean anyRun() {
      return wild && letter == '*';
    }

    boolean fits(char c) {
      return wild ? letter == '?' : letter == c;
    }
  }

  static Pattern of(String text) {
    return new Pattern(text.chars().mapToObj(c -> new Symbol((char) c, isWild(c))).toList());
  }

  static Pattern literal(String text) {
    return new Pattern(text.chars().mapToObj(c -> new Symbol((char) c, false)).toList());
  }

  private static boolean isWild(int c) {
    return c == '*' || c == '?';
  }

  Pattern then(Pattern rest) {
    List<Symbol> all = new ArrayList<>(symbols);
    all.addAll(rest.symbols);
    return new Pattern(all);
  }

  /** Whether the whole text fits: after each symbol, which beginnings of the text fit so far. */
  boolean matches(String text) {
    boolean[] fits = new boolean[text.length() + 1];
    fits[0] = true;
    for (Symbol symbol : symbols) {
      boolean[] next = new boolean[text.length() + 1];
      next[0] = symbol.anyRun() && fits[0];
      for (int i = 1; i <= text.length(); i++) {
        next[i] =
            symbol.anyRun()
                ? fits[i] || next[i - 1]
                : fits[i - 1] && symbol.fits(text.charAt(i - 1));
      }
      fits = next;
    }
    return fits[text.length()];
  }

  /** The parts between the first five colons; six for a whole ARN. */
  List<Pattern> parts() {
    List<Pattern> parts = new ArrayList<>();
    List<Symbol> part = new ArrayList<>();
    for (Symbol symbol : symbols) {
      if (symbol.letter == ':' && parts.size() < 5) {
        parts.add(new Pattern(List.copyOf(part)));
        part.clear();
      } else {
        part.add(symbol);
      }
    }
    parts.add(new Pattern(List.copyOf(part)));
    return parts;
  }

  boolean endsInStar() {
    return !symbols.isEmpty() && symbols.getLast().anyRun();
  }
}
