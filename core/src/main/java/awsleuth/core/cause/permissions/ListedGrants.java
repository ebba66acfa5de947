package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.policy.KeyGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the grants of the refused KMS key let the caller do, as {@code aws kms list-grants} printed
 * them. The list may be of some grants alone, or older than the call.
 *
 * @param grant the operations of one grant for the caller
 * @param constrained whether it holds for some encryption contexts alone
 * @param made when it was made, as the list tells
 * @param source where it stands
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html">
 *     GrantListEntry</a>
 */
record ListedGrants(List<String> grant, boolean constrained, String made, Source source) {

  private static final String GRANTEE = "GranteePrincipal";
  private static final int MOST = 2;

  /**
   * Of the caller's grants those for the operation, else those for other operations; or that none
   * is its.
   */
  static List<Citation> cite(Facts facts) {
    Access access = Access.of(facts);
    if (!access.prefix().equals("kms") || access.owner().isEmpty()) {
      return List.of();
    }
    String operation = access.action().substring(access.action().indexOf(':') + 1);
    List<ListedGrants> own = new ArrayList<>();
    List<Source> others = new ArrayList<>();
    for (CliAnswer answer : facts.given(CliAnswer.class)) {
      for (String path : answer.paths(GRANTEE)) {
        String entry = path.substring(0, path.length() - GRANTEE.length());
        if (KmsGrant.isKey(answer.field(entry + "KeyId"), access.resource())) {
          if (Principals.isSame(answer.field(path), access.principal())) {
            own.add(of(answer, entry));
          } else {
            others.add(answer.at(path));
          }
        }
      }
    }
    if (own.isEmpty()) {
      return others.stream()
          .limit(1)
          .map(s -> new Citation("none of the key's grants listed is for the caller", s))
          .toList();
    }
    boolean has = own.stream().anyMatch(g -> g.isFor(operation));
    return own.stream()
        .filter(g -> g.isFor(operation) == has)
        .limit(MOST)
        .map(g -> new Citation(g.words(operation), g.source))
        .toList();
  }

  private static ListedGrants of(CliAnswer answer, String entry) {
    List<String> operations =
        within(answer, entry + "Operations.").map(answer::field).sorted().toList();
    return new ListedGrants(
        operations,
        within(answer, entry + "Constraints.").findAny().isPresent(),
        answer.field(entry + "CreationDate"),
        answer.at(entry + GRANTEE));
  }

  private static Stream<String> within(CliAnswer answer, String path) {
    return answer.fields().keySet().stream().filter(f -> f.startsWith(path));
  }

  private boolean isFor(String operation) {
    return grant.stream().anyMatch(operation::equalsIgnoreCase);
  }

  private String words(String operation) {
    if (!isFor(operation)) {
      return "a grant of the key is for the caller, but for "
          + grant.stream().map(o -> "`" + Literal.line(o) + "`").collect(Collectors.joining(", "))
          + " alone";
    }
    String allows = " allows it to the caller";
    return constrained && KeyGrants.takesContext(operation)
        ? "a grant of the key" + allows + " in the encryption contexts of its constraints alone"
        : "a grant of the key"
            + (made.isEmpty() ? "" : ", made at `" + Literal.line(made) + "`,")
            + allows
            + ": it holds some minutes after it was made, or at once with its grant token";
  }
}
