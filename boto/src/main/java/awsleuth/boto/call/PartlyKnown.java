package awsleuth.boto.call;

import awsleuth.boto.python.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Expressions of Python with literals in them, such as {@code {'id': {'S': uid}}}. */
public final class PartlyKnown {

  private static final Pattern UNKNOWN =
      Pattern.compile(Pattern.quote(PythonText.repr(GivenCall.UNKNOWN)));

  private PartlyKnown() {}

  /**
   * An expression with another value, in which what is no literal stays as it is written.
   *
   * @param value the other one as Python writes it, with {@link GivenCall#UNKNOWN} as often and in
   *     the same order
   * @return empty where it is not as often
   */
  public static Optional<String> with(String expression, String value) {
    PythonLiterals literals = PythonLiterals.partly(PythonLexer.of(expression), 0);
    try {
      literals.value();
    } catch (NoLiteral _) {
      return Optional.empty();
    }
    String[] between = UNKNOWN.split(value, -1);
    List<PythonLiterals.Passed> passed = literals.passed();
    if (between.length != passed.size() + 1) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(between[0]);
    for (int i = 0; i < passed.size(); i++) {
      text.append(expression, passed.get(i).from(), passed.get(i).to()).append(between[i + 1]);
    }
    return Optional.of(text.toString());
  }
}
