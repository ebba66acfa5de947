package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements that tell accounts apart otherwise than by whole ids: by a part of them ({@code
 * 1111*}), or as numbers. Principals are divided by whole ids alone, so what such a statement
 * decides is left open.
 */
final class OpenAccounts {

  /** The keys whose values have the principal's account in them. */
  private static final Set<String> KEYS =
      Set.of("aws:principalarn", "aws:principalaccount", "aws:userid");

  private static final int ARN_PARTS = 6;
  private static final int ACCOUNT = 4;

  /** Some digits of an account, where the rest is a wildcard. */
  private static final Pattern PARTIAL =
      Pattern.compile("(?:^|[:*?])[0-9]+[*?]|[*?][0-9]+(?:$|[:*?])");

  /** Where a variable may stand for an account, digits have nothing to do beside a wildcard. */
  private static final Pattern BESIDE =
      Pattern.compile("[0-9][*?]|[*?][0-9]|[0-9]\\$\\{|}[0-9]|[0-9]{13}");

  private OpenAccounts() {}

  /** The numbers of the statements; empty for nearly all policies. */
  static List<Integer> of(List<Term> terms) {
    Set<String> compared = compared(terms);
    return terms.stream()
        .filter(t -> t.parts().stream().anyMatch(p -> isOpen(p, compared)))
        .map(Term::number)
        .toList();
  }

  /** All parts that may tell accounts of principals apart. */
  static List<Part> about(List<Term> terms) {
    Set<String> compared = compared(terms);
    List<Part> about = new ArrayList<>();
    for (Term term : terms) {
      term.parts().stream()
          .filter(p -> KEYS.contains(p.dimension()) || compared.contains(p.dimension()))
          .forEach(about::add);
    }
    return about;
  }

  /** What is compared with the principal's account by a policy variable: the resource or a key. */
  private static Set<String> compared(List<Term> terms) {
    Set<String> compared = new LinkedHashSet<>();
    for (Term term : terms) {
      term.parts().stream()
          .filter(p -> Parts.variables(p).stream().anyMatch(KEYS::contains))
          .forEach(p -> compared.add(p.dimension()));
    }
    return compared;
  }

  private static boolean isOpen(Part part, Set<String> compared) {
    boolean beside = compared.contains(part.dimension());
    if (!beside && !KEYS.contains(part.dimension())) {
      return false;
    }
    if (part instanceof Part.OfKey k && !isText(k.condition().operator().base())) {
      return beside || !part.dimension().equals("aws:principalarn");
    }
    return Parts.values(part).stream()
        .map(Located::value)
        .anyMatch(v -> beside ? isBeside(v) : isPartial(v));
  }

  /** Whether an operator treats all accounts alike that its values do not name. */
  private static boolean isText(Operator.Base base) {
    return base == Operator.Base.NULL
        || base == Operator.Base.BOOL
        || base.text().startsWith("String")
        || base.text().startsWith("Arn");
  }

  private static boolean isBeside(String value) {
    return BESIDE.matcher(NamedPrincipals.ACCOUNT.matcher(value).replaceAll("A")).find();
  }

  /** In a pattern that has all parts of an ARN, the account is the fifth and no other. */
  private static boolean isPartial(String value) {
    String[] fields = value.split(":", ARN_PARTS + 1);
    String looked = fields.length == ARN_PARTS ? fields[ACCOUNT] : value;
    return PARTIAL.matcher(NamedPrincipals.ACCOUNT.matcher(looked).replaceAll("A")).find();
  }
}
