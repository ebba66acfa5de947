package awsleuth.core.fact;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the words of clues in the texts of a failure. */
final class ClueFinder {

  private static final int GAP = 300;
  private static final int QUOTED = 80;
  private static final String ANYTHING = " * ";

  private final Failure failure;
  private final List<String> written = new ArrayList<>();
  private final List<String> passages = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();

  ClueFinder(Failure failure) {
    this.failure = failure;
    for (Passage p : failure.passages()) {
      String folded = folded(p.text());
      written.add(folded);
      passages.add(lower(folded));
    }
    for (Frame f : failure.frames()) {
      frames.add(plain(f.file() + " " + f.function() + " " + f.code()));
    }
  }

  /** The first place of one of the clue's phrases; empty where none stands in its scope. */
  Optional<Citation> find(Clue clue) {
    for (int i = 0; i < passages.size(); i++) {
      Passage p = failure.passages().get(i);
      if (p.kind() == Passage.Kind.NEARBY && clue.scope() == Clue.Scope.MESSAGES) {
        continue;
      }
      for (String phrase : clue.phrases()) {
        int at = indexOf(passages.get(i), phrase);
        if (at >= 0) {
          return Optional.of(new Citation(quote(written.get(i), at, phrase), p.source()));
        }
      }
    }
    return clue.scope() == Clue.Scope.ANYWHERE ? inFrames(clue) : Optional.empty();
  }

  private Optional<Citation> inFrames(Clue clue) {
    for (int i = 0; i < frames.size(); i++) {
      Frame f = failure.frames().get(i);
      for (String phrase : clue.phrases()) {
        if (indexOf(frames.get(i), phrase) >= 0) {
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
    return lower(folded(text));
  }

  /** Lower case letter by letter, so that places in the text stay the same. */
  private static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  private static String folded(String text) {
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
    return out.toString();
  }

  /** Without the brackets behind it that close what began before it. */
  private static String closed(String words) {
    int end = words.length();
    while (end > 0 && words.charAt(end - 1) == ')' && words.lastIndexOf('(', end - 1) < 0) {
      end--;
    }
    return words.substring(0, end);
  }

  /** The words that were found, with those after them; cut between words where that is far. */
  private static String quote(String text, int at, String phrase) {
    int least = Math.min(text.length(), at + phrase.length());
    int end = Math.min(text.length(), Math.max(least, at + QUOTED));
    int space = text.lastIndexOf(' ', end);
    int cut = end == text.length() ? end : space > least ? space : end;
    return "the text says `"
        + closed(text.substring(at, cut).strip())
        + (cut < text.length() ? " …`" : "`");
  }
}
