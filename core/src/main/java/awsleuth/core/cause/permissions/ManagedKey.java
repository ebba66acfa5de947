package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * What to do where a key is one that AWS manages: its policy cannot be changed, and nobody of
 * another account can use it (KMS developer guide, "AWS managed keys"; Secrets Manager user guide,
 * "Access Secrets Manager secrets from a different account").
 */
final class ManagedKey {

  private ManagedKey() {}

  /**
   * A key of one's own for the thing, whose policy lets the caller use it.
   *
   * @param use the statement that lets the caller's own policies use that key
   */
  static List<Fix> fixes(Facts facts, String use) {
    boolean secret = facts.call().service().equals("secretsmanager");
    return List.of(
        Fix.askAdministrator(
            "encrypt it with a customer managed key: the policy of one that AWS manages cannot be"
                + " changed, and it is for its own account alone",
            secret
                ? "aws secretsmanager update-secret --secret-id "
                    + facts.argument("SecretId", "<secret ARN>")
                    + " --kms-key-id <key ARN>"
                : "aws kms create-key --description <what it is for>"),
        Fix.policyEdit(
            "let the policy of that key name the caller",
            Grants.allowPrincipal(PrincipalElement.of(Access.of(facts)), "kms:Decrypt", "*")),
        Fix.policyEdit("allow that key in a policy of the caller", use));
  }
}
