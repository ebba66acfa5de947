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

  /** What a Principal element is to name; empty for the anonymous. */
  static String element(Request request) {
    return request.principal() instanceof Principal.Service s ? s.text() : arn(request);
  }
}
