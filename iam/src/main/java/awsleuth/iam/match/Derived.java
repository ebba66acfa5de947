package awsleuth.iam.match;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;

/**
 * The context keys that follow from the principal and the resource where the context does not give
 * them (IAM user guide, "AWS global condition context keys" and "Information available in all
 * requests").
 */
enum Derived {
  PRINCIPAL_ARN("aws:PrincipalArn"),
  PRINCIPAL_ACCOUNT("aws:PrincipalAccount"),
  PRINCIPAL_TYPE("aws:PrincipalType"),
  USER_NAME("aws:username"),
  USER_ID("aws:userid"),
  RESOURCE_ACCOUNT("aws:ResourceAccount");

  private static final Derived[] ALL = values();

  private final String text;

  Derived(String text) {
    this.text = text;
  }

  /** The key's name. */
  String text() {
    return text;
  }

  /** What a key has that the context does not give, by its number in a {@link KeyTable}. */
  static ContextValue value(int number, View view) {
    Request request = view.request();
    ContextValue rest = request.context().rest();
    if (number >= ALL.length) {
      return rest;
    }
    Principal principal = request.principal();
    return switch (ALL[number]) {
      case PRINCIPAL_ARN -> arn(principal, rest);
      case PRINCIPAL_ACCOUNT ->
          principal instanceof Principal.Anonymous
              ? ContextValue.Present.of("anonymous")
              : text(principal.account(), rest);
      case PRINCIPAL_TYPE -> text(type(principal), rest);
      case USER_NAME ->
          principal instanceof Principal.User user
              ? ContextValue.Present.of(user.name())
              : ContextValue.ABSENT;
      case USER_ID -> text(userId(principal), rest);
      case RESOURCE_ACCOUNT -> text(view.owner(), rest);
    };
  }

  private static ContextValue arn(Principal principal, ContextValue rest) {
    boolean open = !(rest instanceof ContextValue.Absent);
    return open && principal instanceof Principal.RoleSession s && !s.pathKnown()
        ? new ContextValue.Unknown(false)
        : text(arn(principal), rest);
  }

  private static ContextValue text(String value, ContextValue rest) {
    return value.isEmpty() ? rest : ContextValue.Present.of(value);
  }

  /** What aws:PrincipalArn is; empty where there is none or its value is not documented. */
  static String arn(Principal principal) {
    return switch (principal) {
      case Principal.Root p -> "arn:" + partition(p) + ":iam::" + p.account() + ":root";
      case Principal.User p -> p.text();
      case Principal.RoleSession p -> p.roleArn();
      case Principal.FederatedUser p -> p.text();
      case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> "";
    };
  }

  private static String partition(Principal.Root root) {
    return root.text().split(":", 3)[1];
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

  /** What aws:userid is; empty where only AWS knows. */
  private static String userId(Principal principal) {
    return switch (principal) {
      case Principal.Root root -> root.account();
      case Principal.FederatedUser user -> user.account() + ":" + user.name();
      case Principal.Anonymous _ -> "anonymous";
      case Principal.User _, Principal.RoleSession _, Principal.Service _, Principal.Provider _ ->
          "";
    };
  }
}
