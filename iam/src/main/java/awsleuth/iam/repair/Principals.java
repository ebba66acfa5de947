package awsleuth.iam.repair;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;

/** How policies name a request's principal. */
final class Principals {

  private Principals() {}

  /** The ARN that aws:PrincipalArn has; empty for services, providers and the anonymous. */
  static String arn(Request request) {
    if (request.context().get("aws:PrincipalArn") instanceof ContextValue.Present p
        && p.values().size() == 1) {
      return p.values().getFirst();
    }
    return switch (request.principal()) {
      case Principal.Root p -> p.text();
      case Principal.User p -> p.text();
      case Principal.RoleSession p -> p.roleArn();
      case Principal.FederatedUser p -> p.text();
      case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> "";
    };
  }

  /** The value of a key, that of aws:PrincipalArn as it follows from a principal told in full. */
  static ContextValue value(Request request, String key) {
    ContextValue told = request.context().get(key);
    boolean whole =
        switch (request.principal()) {
          case Principal.Root _, Principal.User _ -> true;
          case Principal.RoleSession p -> p.pathKnown();
          case Principal.FederatedUser _,
              Principal.Service _,
              Principal.Provider _,
              Principal.Anonymous _ ->
              false;
        };
    return whole && told instanceof ContextValue.Unknown && key.equalsIgnoreCase("aws:PrincipalArn")
        ? ContextValue.Present.of(arn(request))
        : told;
  }

  /** What a Principal element is to name; empty for the anonymous. */
  static String element(Request request) {
    return request.principal() instanceof Principal.Service s ? s.text() : arn(request);
  }
}
