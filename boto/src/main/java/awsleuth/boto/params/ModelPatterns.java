package awsleuth.boto.params;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds texts against the patterns of models. A text that takes too long to decide on is not
 * decided on.
 */
final class ModelPatterns {

  private static final int MOST_STEPS = 200_000;

  private ModelPatterns() {}

  /** How a text stands to a pattern. */
  enum Fit {
    WHOLE,
    PART,
    NONE
  }

  /** Empty where it cannot be told. */
  static Optional<Fit> fit(String pattern, String text) {
    try {
      Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
      if (compiled.matcher(new Counted(text)).matches()) {
        return Optional.of(Fit.WHOLE);
      }
      return Optional.of(compiled.matcher(new Counted(text)).find() ? Fit.PART : Fit.NONE);
    } catch (PatternSyntaxException | TooManySteps | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
