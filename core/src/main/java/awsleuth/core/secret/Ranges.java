package awsleuth.core.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The places of secrets in a text, and what stands for each. */
final class Ranges {

  /** Takes the place of a secret. */
  interface Sink {

    /**
     * Adds a place.
     *
     * @param shown what stands for it
     */
    void add(int from, int to, String shown);

    /** Takes a value that was found by its name, and may stand elsewhere without it. */
    void password(String value);
  }

  /** A place; {@code to} is the index after it. */
  private record Range(int from, int to, String shown) {}

  private final String text;
  private final List<Range> found = new ArrayList<>();
  private final List<String> passwords = new ArrayList<>();

  Ranges(String text) {
    this.text = text;
  }

  /** Adds what is found in the text itself, or in a decoded one whose places are given. */
  Sink sink(IntUnaryOperator place) {
    return new Sink() {
      @Override
      public void add(int from, int to, String shown) {
        if (from < to) {
          found.add(new Range(place.applyAsInt(from), place.applyAsInt(to), shown));
        }
      }

      @Override
      public void password(String value) {
        passwords.add(value);
      }
    };
  }

  /** The values that were found by their names. */
  List<String> passwords() {
    return passwords;
  }

  /** The text with its secrets replaced. */
  String applied() {
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (Range r : merged()) {
      out.append(text, copied, r.from).append(r.shown);
      copied = r.to;
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** How many characters the secret has that the text ends with; 0 where it ends with none. */
  int lengthAtEnd() {
    int end = text.length();
    while (end > 0 && " \t\\|\u2502".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int longest = 0;
    for (Range r : merged()) {
      longest = r.to >= end ? r.to - r.from : 0;
    }
    return longest;
  }

  /** The places in order; of two that overlap the mask covers both. */
  private List<Range> merged() {
    List<Range> sorted = new ArrayList<>(found);
    sorted.sort(
        (a, b) -> a.from == b.from ? Integer.compare(b.to, a.to) : Integer.compare(a.from, b.from));
    List<Range> out = new ArrayList<>();
    for (Range r : sorted) {
      Range last = out.isEmpty() ? null : out.getLast();
      if (last == null || r.from >= last.to) {
        out.add(r);
      } else if (r.to > last.to) {
        out.set(out.size() - 1, new Range(last.from, r.to, Secrets.MASK));
      }
    }
    return out;
  }
}
