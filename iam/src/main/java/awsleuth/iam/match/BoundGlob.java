package awsleuth.iam.match;

import java.util.List;
import java.util.Optional;

/**
 * A resource pattern with wildcards inside its first five parts, which must not cross a colon. A
 * star that ends a part does: what follows it may begin after any later colon.
 */
final class BoundGlob {

  private static final int PARTS = 6;

  private final Glob[] first;
  private final boolean[] endsOpen;
  private final Optional<Template> sixth;

  private BoundGlob(Glob[] first, boolean[] endsOpen, Optional<Template> sixth) {
    this.first = first;
    this.endsOpen = endsOpen;
    this.sixth = sixth;
  }

  /** Whether a pattern has such wildcards before its resource part. */
  static boolean isNeeded(String pattern, int resourcePart) {
    for (int i = 0; i < resourcePart; i++) {
      char c = pattern.charAt(i);
      boolean last = i + 1 == pattern.length() || pattern.charAt(i + 1) == ':';
      boolean more = i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
      if (c == '?' || (c == '*' && !last && !more)) {
        return true;
      }
    }
    return false;
  }

  /** Variables stand in the sixth part alone. */
  static BoundGlob of(Template template) {
    List<Template> parts = ArnTest.split(template);
    boolean whole = parts.size() == PARTS;
    Glob[] first = parts.stream().limit(PARTS - 1).map(Template::constant).toArray(Glob[]::new);
    boolean[] endsOpen = new boolean[first.length];
    for (int i = 0; i < first.length; i++) {
      endsOpen[i] = first[i].endsOpen();
    }
    return new BoundGlob(first, endsOpen, whole ? Optional.of(parts.getLast()) : Optional.empty());
  }

  /** Whether a text matches; unknown where a variable's value is. */
  Truth matches(String text, View view) {
    int[] starts = starts(text);
    boolean[] here = new boolean[starts.length];
    here[0] = true;
    for (int i = 0; i < first.length; i++) {
      here = next(i, text, starts, here);
    }
    if (sixth.isEmpty()) {
      return Truth.of(here[starts.length - 1]);
    }
    Optional<Glob> rest = sixth.get().glob(view);
    return rest.isPresent()
        ? Truth.of(matches(rest.get(), text, starts, here))
        : ValueTests.open(sixth.get().open(view));
  }

  /** Where the parts of a text begin, and where one behind its end would. */
  private static int[] starts(String text) {
    int[] starts = new int[2 + (int) text.chars().filter(c -> c == ':').count()];
    for (int i = 1; i < starts.length - 1; i++) {
      starts[i] = text.indexOf(':', starts[i - 1]) + 1;
    }
    starts[starts.length - 1] = text.length() + 1;
    return starts;
  }

  /** Where the pattern's next part may begin, if this one may begin where {@code here} says. */
  private boolean[] next(int part, String text, int[] starts, boolean[] here) {
    boolean[] next = new boolean[here.length];
    boolean open = false;
    for (int i = 0; i < here.length - 1; i++) {
      boolean ends = here[i] && first[part].matches(text, starts[i], starts[i + 1] - 1);
      open |= ends && endsOpen[part];
      next[i + 1] = ends || open;
    }
    return next;
  }

  /**
   * Whether the rest matches from one of the places. If it has a star, a later place than the first
   * where it begins is no better.
   */
  private static boolean matches(Glob rest, String text, int[] starts, boolean[] here) {
    for (int i = 0; i < here.length - 1; i++) {
      if (here[i] && rest.begins(text, starts[i])) {
        boolean matches = rest.matches(text, starts[i], text.length());
        if (matches || rest.hasStar()) {
          return matches;
        }
      }
    }
    return false;
  }
}
