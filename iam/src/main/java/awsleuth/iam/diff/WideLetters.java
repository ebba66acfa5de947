package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import java.util.List;

/** Where a question mark stands in patterns of policies that have characters beyond U+FFFF. */
final class WideLetters {

  private WideLetters() {}

  /** The numbers of the statements; none where no policy has such characters. */
  static List<Integer> of(List<Term> terms) {
    boolean wide =
        terms.stream().anyMatch(t -> has(t, v -> v.chars().anyMatch(WideLetters::isHalf)));
    return wide
        ? terms.stream().filter(t -> has(t, v -> v.indexOf('?') >= 0)).map(Term::number).toList()
        : List.of();
  }

  private static boolean has(Term term, java.util.function.Predicate<String> what) {
    return term.parts().stream()
        .flatMap(p -> Parts.values(p).stream())
        .map(Located::value)
        .anyMatch(what);
  }

  private static boolean isHalf(int letter) {
    return Character.isSurrogate((char) letter);
  }
}
