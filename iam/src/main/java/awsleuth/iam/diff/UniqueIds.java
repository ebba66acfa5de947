package awsleuth.iam.diff;

import awsleuth.iam.policy.Principals;
import awsleuth.iam.request.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Users and roles that are named by their unique IDs, on one side alone: only AWS can tell who they
 * are (IAM user guide, "Unique identifiers"). An ID that both sides name is one that AWS shows in
 * place of an ARN, of somebody who was deleted ("AWS JSON policy elements: Principal").
 */
final class UniqueIds {

  private static final Pattern ID = Pattern.compile("A(?:IDA|ROA)[A-Z0-9]{12,124}");

  private final Set<String> ids = new TreeSet<>();

  UniqueIds(List<Term> terms) {
    Set<String> before = new TreeSet<>();
    for (Term term : terms) {
      Set<String> side = term.after() ? ids : before;
      for (Principals.Entry e : term.statement().principals().entries()) {
        if (e.kind() == Principals.Kind.AWS && ID.matcher(e.value().value()).matches()) {
          side.add(e.value().value());
        }
      }
    }
    Set<String> both = new TreeSet<>(ids);
    both.retainAll(before);
    ids.addAll(before);
    ids.removeAll(both);
  }

  /** Whether an entry is such an ID. */
  boolean is(Principals.Entry entry) {
    return entry.kind() == Principals.Kind.AWS && ids.contains(entry.value().value());
  }

  /** Whether a statement may mean a principal by one of them. */
  boolean mayName(Principals principals, Principal who) {
    return principals.entries().stream()
        .filter(this::is)
        .anyMatch(e -> mayBe(e.value().value(), who));
  }

  private static boolean mayBe(String id, Principal who) {
    return switch (who) {
      case Principal.User _, Principal.FederatedUser _ -> id.startsWith("AIDA");
      case Principal.RoleSession _ -> id.startsWith("AROA");
      case Principal.Root _, Principal.Service _, Principal.Provider _, Principal.Anonymous _ ->
          false;
    };
  }
}
