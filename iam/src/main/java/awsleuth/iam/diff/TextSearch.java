package awsleuth.iam.diff;

import awsleuth.iam.match.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a text that matches some patterns and not others, or proves that there is none: patterns
 * are regular languages, whose product is walked from the shortest text on where no simple text
 * does.
 *
 * <p>A variable is one symbol. What it stands for is not known, so that a wanted pattern with one
 * is taken for more than it matches, and an unwanted one for less: that there is no text is then
 * still proven, and a text that is found has to be looked at with values for the variables.
 */
final class TextSearch {

  /** How a pattern is taken where there are variables. */
  enum Mode {
    /** For all that it may match. */
    MAY,
    /** As the pattern whose variables are the symbols of the text. */
    EXACT,
    /** For what it matches whatever the values are. */
    MUST
  }

  /**
   * A pattern.
   *
   * @param anyCase whether letter case does not count
   */
  record Pattern(Shape shape, boolean anyCase, Mode mode) {

    static Pattern of(Shape shape) {
      return new Pattern(shape, false, Mode.MAY);
    }
  }

  /**
   * What a text must be.
   *
   * @param wanted whether one of the patterns must match it; else none may
   */
  record Clause(boolean wanted, List<Pattern> patterns) {

    static Clause wanted(List<Pattern> patterns) {
      return new Clause(true, patterns);
    }

    static Clause unwanted(List<Pattern> patterns) {
      return new Clause(
          false,
          patterns.stream().map(p -> new Pattern(p.shape(), p.anyCase(), Mode.MUST)).toList());
    }
  }

  private TextSearch() {}

  /**
   * A text, short if one is, that is as all clauses say; its variables, if any, are left out of it.
   */
  static Answer<String> find(List<Clause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      if (clause.wanted() && clause.patterns().stream().anyMatch(TextSearch::isWritten)) {
        return oneOf(clauses, i);
      }
    }
    return new Product(clauses).find();
  }

  /**
   * Whether texts can be written in its variables. Where letter case does not count, the text is
   * not what the variable stands for, so that such a pattern is taken for what it may match.
   */
  private static boolean isWritten(Pattern pattern) {
    return pattern.shape().hasVariables() && !pattern.anyCase();
  }

  /** Takes each pattern of a clause in turn; the text is written in the variables of that one. */
  private static Answer<String> oneOf(List<Clause> clauses, int at) {
    Answer<String> worst = new Answer.None<>();
    for (Pattern pattern : clauses.get(at).patterns()) {
      boolean symbols = isWritten(pattern);
      Mode mode = symbols ? Mode.EXACT : Mode.MAY;
      List<Clause> fixed = new ArrayList<>(clauses);
      fixed.set(at, Clause.wanted(List.of(new Pattern(pattern.shape(), pattern.anyCase(), mode))));
      Answer<String> answer = symbols ? new Product(fixed).find() : find(fixed);
      if (answer instanceof Answer.Found<String>) {
        return answer;
      }
      worst = answer.isNone() ? worst : answer;
    }
    return worst;
  }
}
