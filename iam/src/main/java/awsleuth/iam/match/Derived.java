package awsleuth.iam.match;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;

/**
 * The context keys that follow from the principal and the resource where the context does not give
 * them (IAM user guide, "AWS global condition context keys" and "Information available in all
 * requests").
 */
final class Derived {

  static final String ARN = "aws:PrincipalArn";

  private Derived() {}

  static void fill(View view, KeyTable keys) {
    if (keys.size() == 0) {
      return;
    }
    Principal principal = view.request().principal();
    int arn = keys.number(ARN);
    if (arn >= 0) {
      arn(view, principal, arn);
    }
    String account = principal instanceof Principal.Anonymous ? "anonymous" : principal.account();
    text(view, keys.number("aws:PrincipalAccount"), account);
    text(view, keys.number("aws:PrincipalType"), type(principal));
    view.fill(
        keys.number("aws:username"),
        principal instanceof Principal.User user
            ? ContextValue.Present.of(user.name())
            : ContextValue.ABSENT);
    userId(view, principal, keys.number("aws:userid"));
    text(view, keys.number("aws:ResourceAccount"), view.owner());
  }

  private static void arn(View view, Principal principal, int number) {
    String arn = arn(principal);
    boolean open = !(view.request().context().rest() instanceof ContextValue.Absent);
    if (principal instanceof Principal.RoleSession s && !s.pathKnown() && open) {
      view.fill(number, new ContextValue.Unknown(false));
    } else if (!arn.isEmpty()) {
      view.fill(number, ContextValue.Present.of(arn));
    }
  }

  private static void userId(View view, Principal principal, int number) {
    switch (principal) {
      case Principal.Root root -> text(view, number, root.account());
      case Principal.FederatedUser user -> text(view, number, user.account() + ":" + user.name());
      case Principal.Anonymous _ -> text(view, number, "anonymous");
      case Principal.User _,
          Principal.RoleSession _,
          Principal.Service _,
          Principal.Provider _ -> {}
    }
  }

  private static void text(View view, int number, String value) {
    if (number >= 0 && !value.isEmpty()) {
      view.fill(number, ContextValue.Present.of(value));
    }
  }

  /** What aws:PrincipalArn is; empty where there is none or its value is not documented. */
  static String arn(Principal principal) {
    return switch (principal) {
      case Principal.Root p -> p.text();
      case Principal.User p -> p.text();
      case Principal.RoleSession p -> p.roleArn();
      case Principal.FederatedUser p -> p.text();
      case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> "";
    };
  }

  private static String type(Principal principal) {
    return switch (principal) {
      case Principal.Root _ -> "Account";
      case Principal.User _ -> "User";
      case Principal.RoleSession _ -> "AssumedRole";
      case Principal.FederatedUser _ -> "FederatedUser";
      case Principal.Anonymous _ -> "Anonymous";
      case Principal.Service _, Principal.Provider _ -> "";
    };
  }
}
