package awsleuth.iam.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements whose conditions mean some accounts by a part of their ids: {@code 1111*}. Principals
 * are divided by whole ids alone, so what such a statement decides is left open.
 */
final class PartialAccounts {

  private static final int ACCOUNT = 4;
  private static final Set<String> KEYS = Set.of("aws:principalarn", "aws:principalaccount");
  private static final Pattern PARTIAL = Pattern.compile("[0-9]+[*?]|[*?]+[0-9]");

  private PartialAccounts() {}

  /** The numbers of the statements; empty for nearly all policies. */
  static List<Integer> of(List<Term> terms) {
    return terms.stream()
        .filter(t -> t.parts().stream().anyMatch(PartialAccounts::isPartial))
        .map(Term::number)
        .toList();
  }

  private static boolean isPartial(Part part) {
    return KEYS.contains(part.dimension())
        && Parts.values(part).stream().anyMatch(v -> isPartial(v.value()));
  }

  /** In a pattern of an ARN that is cut short by a star, the star may stand for what follows. */
  private static boolean isPartial(String value) {
    String[] fields = value.split(":", ACCOUNT + 2);
    String account = fields[Math.min(ACCOUNT, fields.length - 1)];
    return PARTIAL.matcher(account).find();
  }
}
