package awsleuth.iam;

import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.List;

/** Why one element of a statement keeps it from applying, or leaves open whether it applies. */
public sealed interface Mismatch {

  /** Whether the element does not match, or may match for all that is known. */
  Truth truth();

  /** Where in the policy it stands: the pattern, principal or condition that comes nearest. */
  awsleuth.iam.policy.Position at();

  /**
   * The action is none of those named, or one of those excepted.
   *
   * @param actions the element
   * @param nearest the pattern that agrees with the action the longest; for NotAction the one that
   *     excepts it
   * @param action the request's action
   */
  record OfAction(Elements actions, Located nearest, String action) implements Mismatch {
    @Override
    public Truth truth() {
      return Truth.FALSE;
    }

    @Override
    public awsleuth.iam.policy.Position at() {
      return nearest.at();
    }
  }

  /**
   * The resource is none of those named, or one of those excepted.
   *
   * @param resources the element
   * @param nearest the pattern that agrees with the resource the longest; for NotResource the one
   *     that excepts it
   * @param resolved the pattern with the values of its policy variables
   * @param resource the request's resource
   * @param part the first part of the ARN that differs
   * @param variables whether the policy's Version has policy variables; else all text is literal
   * @param truth unknown where a policy variable's value is
   */
  record OfResource(
      Elements resources,
      Located nearest,
      String resolved,
      String resource,
      ArnPart part,
      boolean variables,
      Truth truth)
      implements Mismatch {
    @Override
    public awsleuth.iam.policy.Position at() {
      return nearest.at();
    }
  }

  /**
   * The principal is not named, or is excepted.
   *
   * @param principals the element
   * @param principal the request's principal
   * @param truth unknown where a role's path or a canonical user's account is
   */
  record OfPrincipal(Principals principals, Principal principal, Truth truth) implements Mismatch {
    @Override
    public awsleuth.iam.policy.Position at() {
      return principals.at();
    }
  }

  /**
   * A condition is not met.
   *
   * @param condition operator, key and wanted values
   * @param resolved the wanted values with those of their policy variables, as far as they have one
   * @param variables whether the policy's Version has policy variables; else all text is literal
   * @param actual what the request has for the key
   * @param truth unknown where the key's value, or that of a policy variable, is
   */
  record OfCondition(
      Condition condition,
      List<String> resolved,
      boolean variables,
      ContextValue actual,
      Truth truth)
      implements Mismatch {
    @Override
    public awsleuth.iam.policy.Position at() {
      return condition.at();
    }
  }
}
