package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Whom alone a Deny leaves out: it is about everybody whom its NotPrincipal does not list. */
final class NotPrincipals {

  private static final int MOST = 3;

  private NotPrincipals() {}

  /** {@code to all but `arn:…`, whom NotPrincipal names, }; empty for another statement. */
  static String words(Statement statement) {
    if (!statement.principals().negated()) {
      return "";
    }
    List<String> named =
        statement.principals().entries().stream().map(e -> e.value().value()).toList();
    int more = named.size() - MOST;
    return named.stream()
        .limit(MOST)
        .map(name -> "`" + name + "`")
        .collect(
            Collectors.joining(
                ", ",
                "to all but ",
                (more > 0 ? " and " + more + " more" : "") + ", whom its NotPrincipal names, "));
  }

  /** Likewise of a statement that was read and may be decided with. */
  static String words(Match match) {
    int index = match.policy().statements().indexOf(match.statement());
    return match.policy().policy().stream()
        .flatMap(p -> p.statements().stream())
        .filter(s -> s.index() == index)
        .findFirst()
        .map(NotPrincipals::words)
        .orElse("");
  }
}
