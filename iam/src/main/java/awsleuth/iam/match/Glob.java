package awsleuth.iam.match;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in which {@code *} stands for any run of characters, also none, and {@code ?} for one
 * character. Texts are matched whole, in time that grows with the text alone.
 */
public final class Glob {

  private final Run[] runs;
  private final boolean startsOpen;
  private final boolean endsOpen;

  private Glob(Run[] runs, boolean startsOpen, boolean endsOpen) {
    this.runs = runs;
    this.startsOpen = startsOpen;
    this.endsOpen = endsOpen;
  }

  /** A pattern without variables. */
  public static Glob of(String pattern) {
    return new Builder().pattern(pattern).build();
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    return matches(text, 0, text.length());
  }

  /** Whether a part of a text matches as a whole. */
  boolean matches(String text, int from, int to) {
    int first = 0;
    int last = runs.length;
    int start = from;
    int end = to;
    if (!startsOpen) {
      Run run = runs[first++];
      if (end - start < run.length() || !run.at(text, start)) {
        return false;
      }
      start += run.length();
      if (first == last && !endsOpen) {
        return start == end;
      }
    }
    if (!endsOpen) {
      Run run = runs[--last];
      end -= run.length();
      if (end < start || !run.at(text, end)) {
        return false;
      }
    }
    for (int i = first; i < last; i++) {
      int found = runs[i].find(text, start, end);
      if (found < 0) {
        return false;
      }
      start = found + runs[i].length();
    }
    return true;
  }

  /** Whether a text has, at a position, what this pattern has before its first star. */
  boolean begins(String text, int from) {
    return startsOpen || (text.length() - from >= runs[0].length() && runs[0].at(text, from));
  }

  /** Whether it has a star. */
  boolean hasStar() {
    return startsOpen || endsOpen || runs.length > 1;
  }

  /** Whether it ends in a star. */
  boolean endsOpen() {
    return endsOpen;
  }

  /** Whether it matches every text. */
  boolean isEverything() {
    return startsOpen && endsOpen && runs.length == 0;
  }

  /** Puts a pattern together from wildcards and literal text. */
  static final class Builder {

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean startsOpen;
    private boolean starred;

    /** Text whose {@code *} and {@code ?} are wildcards. */
    Builder pattern(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '*' -> star();
          case '?' -> run.append(Run.ANY);
          case Run.ANY -> run.append('\uFFFD');
          default -> run.append(c);
        }
      }
      return this;
    }

    /** Text that stands for itself. */
    Builder literal(String text) {
      run.append(text.indexOf(Run.ANY) < 0 ? text : text.replace(Run.ANY, '\uFFFD'));
      return this;
    }

    private void star() {
      if (!run.isEmpty()) {
        runs.add(new Run(run.toString()));
        run.setLength(0);
      } else if (!starred) {
        startsOpen = true;
      }
      starred = true;
    }

    Glob build() {
      boolean endsOpen = starred && run.isEmpty();
      if (!endsOpen) {
        runs.add(new Run(run.toString()));
      }
      return new Glob(runs.toArray(Run[]::new), startsOpen, endsOpen);
    }
  }
}
