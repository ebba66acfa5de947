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
   * @param bound whether it is a wildcard that does not stand for a colon
   */
  record Symbol(char letter, boolean wild, boolean bound) {

    boolean anyRun() {
      return wild && letter == '*';
    }

    boolean takes(char c) {
      return wild ? !bound || c != ':' : letter == c;
    }
  }

  static Pattern of(String text) {
    return new Pattern(text.chars().mapToObj(c -> new Symbol((char) c, isWild(c), false)).toList());
  }

  static Pattern literal(String text) {
    return new Pattern(text.chars().mapToObj(c -> new Symbol((char) c, false, false)).toList());
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
                ? fits[i] || (next[i - 1] && symbol.takes(text.charAt(i - 1)))
                : fits[i - 1] && symbol.takes(text.charAt(i - 1));
      }
      fits = next;
    }
    return fits[text.length()];
  }

  /**
   * As the ARN of a resource: wildcards stay within one of the first five parts, but an asterisk
   * that is the last character of its part can expand beyond the colon.
   */
  Pattern ofResource() {
    List<Symbol> all = new ArrayList<>();
    int colons = 0;
    for (int i = 0; i < symbols.size(); i++) {
      Symbol symbol = symbols.get(i);
      boolean last = i + 1 == symbols.size() || symbols.get(i + 1).letter == ':';
      boolean expands = symbol.anyRun() && last;
      all.add(new Symbol(symbol.letter, symbol.wild, colons < 5 && !expands));
      colons += symbol.letter == ':' ? 1 : 0;
    }
    return new Pattern(all);
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
