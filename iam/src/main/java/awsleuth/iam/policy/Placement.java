package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;

/** Which elements may stand in which type of policy (IAM and Organizations user guides). */
final class Placement {

  private final PolicyType type;
  private final List<Fault> faults;

  Placement(PolicyType type, List<Fault> faults) {
    this.type = type;
    this.faults = faults;
  }

  void look(Statement s) {
    principals(s);
    resources(s);
    if (type == PolicyType.RCP) {
      controlPolicy(s);
    }
  }

  private void principals(Statement s) {
    boolean named = s.principals().present();
    if (!type.namesPrincipals() && named) {
      add(
          Code.UNSUPPORTED_PRINCIPAL,
          "a Principal cannot stand in a policy of this type (" + type.words() + ")",
          s.principals().at());
    }
    if (type.namesPrincipals() && !named) {
      add(
          Code.MISSING_PRINCIPAL,
          "the statement of a " + type.words() + " has neither Principal nor NotPrincipal",
          s.at());
    }
    if (named && s.principals().negated() && s.effect() == Effect.ALLOW) {
      add(
          Code.UNSUPPORTED_NOTPRINCIPAL,
          "NotPrincipal with Allow lets in everybody else, also without signing in",
          s.principals().at());
    }
  }

  private void resources(Statement s) {
    if (type == PolicyType.TRUST && s.resources().present()) {
      add(
          Code.UNSUPPORTED_RESOURCE,
          "a role trust policy has no Resource; it is about its role",
          s.resources().at());
    }
    if (!mayLackResource() && !s.resources().present()) {
      add(Code.MISSING_RESOURCE, "the statement has neither Resource nor NotResource", s.at());
    }
    for (Located resource : s.resources().values()) {
      resource(resource);
    }
  }

  /** Some resources' policies, as those of ECR, are about the resource and name none. */
  private boolean mayLackResource() {
    return type == PolicyType.TRUST || type == PolicyType.RESOURCE;
  }

  private void resource(Located resource) {
    String text = resource.value();
    if (text.equals("*") || text.startsWith("arn:") || text.startsWith("${") || isStars(text)) {
      boolean whole = text.split(":", 7).length >= 6 || text.endsWith("*");
      boolean completed = type == PolicyType.IDENTITY || type == PolicyType.BOUNDARY;
      if (text.startsWith("arn:") && !whole && !completed) {
        add(
            Code.INVALID_ARN,
            "`" + text + "` has fewer than six parts, so it matches nothing here",
            resource.at());
      }
      return;
    }
    add(
        Code.INVALID_ARN,
        "`" + text + "` is neither `*` nor an ARN, so it matches no resource",
        resource.at());
  }

  private static boolean isStars(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c == '*' || c == '?');
  }

  private void controlPolicy(Statement s) {
    if (s.effect() == Effect.ALLOW || s.actions().negated()) {
      add(
          Code.UNSUPPORTED_RCP_ELEMENT,
          "a resource control policy of your own has only Deny with Action",
          s.at());
    }
  }

  private void add(Code code, String message, Position at) {
    faults.add(new Fault(code, message, at));
  }
}
