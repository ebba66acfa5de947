package awsleuth.iam.match;

import awsleuth.iam.policy.Principals;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.request.Principal;
import java.util.List;

/**
 * Whom a NotPrincipal element is about: everybody who is not listed (IAM user guide, "AWS JSON
 * policy elements: NotPrincipal").
 *
 * <p>With Deny, a principal with a permissions boundary is never exempt. A session is exempt where
 * its own ARN, its role's and its account are listed. For a user the guide asks for the account too
 * and says that AWS <em>might</em> deny without it, so that is unknown.
 */
final class NotPrincipal {

  private NotPrincipal() {}

  static Truth applies(List<Entry> entries, View view, boolean hasBoundary) {
    if (hasBoundary) {
      return Truth.TRUE;
    }
    if (entries.stream().anyMatch(e -> e.kind() == Principals.Kind.EVERYONE)) {
      return Truth.FALSE;
    }
    Principal principal = view.request().principal();
    boolean account = lists(entries, principal);
    boolean self = listsText(entries, principal.text());
    return switch (principal) {
      case Principal.Root _ -> Truth.of(!account && !self);
      case Principal.User _ -> self ? (account ? Truth.FALSE : Truth.UNKNOWN) : Truth.TRUE;
      case Principal.RoleSession session ->
          self && account ? listsRole(entries, session, view).not() : Truth.TRUE;
      case Principal.FederatedUser _ -> Truth.of(!(self && account));
      case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> Truth.of(!self);
    };
  }

  private static Truth listsRole(List<Entry> entries, Principal.RoleSession session, View view) {
    if (session.pathKnown() || view.pathKnown()) {
      return Truth.of(session.pathKnown() || listsText(entries, view.principalArn()));
    }
    boolean possibly =
        entries.stream().anyMatch(e -> PrincipalTest.isRole(e.value().value(), session));
    return possibly ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static boolean lists(List<Entry> entries, Principal principal) {
    return entries.stream()
        .anyMatch(e -> PrincipalTest.isAccount(e.value().value(), principal.account()));
  }

  private static boolean listsText(List<Entry> entries, String text) {
    return entries.stream().anyMatch(e -> e.value().value().equals(text));
  }
}
