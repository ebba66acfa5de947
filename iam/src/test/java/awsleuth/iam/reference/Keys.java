package awsleuth.iam.reference;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The context keys of the request, with those that follow from the principal and the resource (IAM
 * user guide, "AWS global condition context keys" and "Principal key values").
 */
final class Keys {

  private final Request request;
  private final String owner;

  Keys(Request request, String owner) {
    this.request = request;
    this.owner = owner;
  }

  /** The values of a key, by its name in any letter case; empty where it is absent. */
  Optional<List<String>> values(String key) {
    return switch (request.context().get(key)) {
      case ContextValue.Present present -> Optional.of(present.values());
      case ContextValue.Absent _ -> derived(key).map(List::of);
      case ContextValue.Unknown _ -> throw new IllegalArgumentException(key + " is unknown");
    };
  }

  /** "You can't use a multivalued condition key as a variable." */
  Optional<String> variable(String key) {
    boolean multivalued =
        request.context().get(key) instanceof ContextValue.Present present && present.multivalued();
    return multivalued ? Optional.empty() : values(key).map(List::getFirst);
  }

  private Optional<String> derived(String key) {
    String value =
        switch (key.toLowerCase(Locale.ROOT)) {
          case "aws:principalarn" -> principalArn();
          case "aws:principalaccount" ->
              request.principal() instanceof Principal.Anonymous
                  ? "anonymous"
                  : request.principal().account();
          case "aws:principaltype" -> principalType();
          case "aws:username" ->
              request.principal() instanceof Principal.User user ? user.name() : "";
          case "aws:userid" -> userId();
          case "aws:resourceaccount" -> owner;
          default -> "";
        };
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private String principalArn() {
    return switch (request.principal()) {
      case Principal.Root root ->
          "arn:" + root.text().split(":")[1] + ":iam::" + root.account() + ":root";
      case Principal.User user -> user.text();
      case Principal.RoleSession role -> role.roleArn();
      case Principal.FederatedUser user -> user.text();
      case Principal.Service _, Principal.Provider _, Principal.Anonymous _ -> "";
    };
  }

  /** IDs of users and roles only AWS knows. */
  private String userId() {
    return switch (request.principal()) {
      case Principal.Root root -> root.account();
      case Principal.FederatedUser user -> user.account() + ":" + user.name();
      case Principal.Anonymous _ -> "anonymous";
      case Principal.User _, Principal.RoleSession _, Principal.Service _, Principal.Provider _ ->
          "";
    };
  }

  private String principalType() {
    return switch (request.principal()) {
      case Principal.Root _ -> "Account";
      case Principal.User _ -> "User";
      case Principal.RoleSession _ -> "AssumedRole";
      case Principal.FederatedUser _ -> "FederatedUser";
      case Principal.Anonymous _ -> "Anonymous";
      case Principal.Service _, Principal.Provider _ -> "";
    };
  }
}
