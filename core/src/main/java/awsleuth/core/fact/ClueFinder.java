package awsleuth.core.fact;

import awsleuth.core.cause.Finding.Citation;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import java.util.Locale;
import java.util.Optional;

/** Looks for the words of clues in the texts of a failure. */
final class ClueFinder {

  private static final int GAP = 300;
  private static final String ANYTHING = " * ";

  private ClueFinder() {}

  static Optional<Citation> find(Clue clue, Failure failure) {
    for (Passage p : failure.passages()) {
      if (p.kind() == Passage.Kind.NEARBY && clue.scope() == Clue.Scope.MESSAGES) {
        continue;
      }
      String text = plain(p.text());
      for (String phrase : clue.phrases()) {
        int at = indexOf(text, phrase);
        if (at >= 0) {
          return Optional.of(new Citation(quote(text, at, phrase), p.source()));
        }
      }
    }
    return clue.scope() == Clue.Scope.ANYWHERE ? inFrames(clue, failure) : Optional.empty();
  }

  private static Optional<Citation> inFrames(Clue clue, Failure failure) {
    for (Frame f : failure.frames()) {
      String text = plain(f.file() + " " + f.function() + " " + f.code());
      for (String phrase : clue.phrases()) {
        if (indexOf(text, phrase) >= 0) {
          return Optional.of(new Citation("the traceback passes " + f.file(), f.source()));
        }
      }
    }
    return Optional.empty();
  }

  /** Where a phrase begins in a plain text; -1 where it does not stand there. */
  static int indexOf(String text, String phrase) {
    int gap = phrase.indexOf(ANYTHING);
    if (gap < 0) {
      return text.indexOf(phrase);
    }
    String head = phrase.substring(0, gap);
    String tail = phrase.substring(gap + ANYTHING.length());
    for (int at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      int from = at + head.length();
      int limit = Math.min(text.length(), from + GAP + tail.length());
      if (indexOf(text.substring(from, limit), tail) >= 0) {
        return at;
      }
    }
    return -1;
  }

  /** Lower case, white space folded to single spaces, typographic quotes made plain. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        space = true;
        continue;
      }
      if (space && !out.isEmpty()) {
        out.append(' ');
      }
      space = false;
      out.append(c == '\u2018' || c == '\u2019' ? '\'' : c == '\u201c' || c == '\u201d' ? '"' : c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  private static String quote(String text, int at, String phrase) {
    int end = Math.min(text.length(), at + Math.max(phrase.length(), 60));
    return "the text says `" + text.substring(at, end).strip() + "`";
  }
}
