package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import java.util.List;

/** The call needs a KMS key that the caller may not use. */
final class KmsKey implements Cause {

  @Override
  public String id() {
    return "permissions/kms-key";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.KMS)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    boolean told = decision.isProven(Reason.KMS);
    boolean part = PermissionsClue.isPart(facts);
    boolean named = access.prefix().equals("kms");
    String action = named ? access.action() : "kms:Decrypt";
    String key = named ? access.resourceOr() : "<key ARN>";
    PrincipalElement caller = PrincipalElement.of(access);
    Finding finding =
        new Finding(
            told
                ? Words.summary(
                    "the caller may not use the KMS key" + (named ? " (`" + action + "`)" : ""),
                    "the caller may not use the KMS key")
                : "the caller may lack the use of the object's or queue's KMS key",
            told || part ? Finding.Specificity.MESSAGE : Finding.Specificity.KIND,
            told && !named
                ? Words.cite(facts, PermissionsClue.KMS)
                : List.of(access.sentence() ? access.cite() : facts.citeError()),
            List.of(
                Fix.policyEdit("allow the key to the caller", uses(action, key)),
                Fix.policyEdit(
                    "allow the caller in the key's policy, where the key is another account's"
                        + caller.remark(),
                    Grants.allowPrincipal(caller, action, "*"))),
            Again.of(facts, "the call succeeds"));
    return decision.answer(
        Reason.KMS,
        finding,
        new Need(
            "the key and its policy",
            "aws kms get-key-policy --policy-name default --key-id "
                + (named ? access.argument() : "<key ARN>")));
  }

  /** Reading needs kms:Decrypt, writing kms:GenerateDataKey, parts of an upload need both. */
  private static String uses(String action, String key) {
    if (!action.equals("kms:Decrypt")) {
      return Grants.allow(action, key);
    }
    return """
    {
      "Effect": "Allow",
      "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
      "Resource": %s
    }\
    """
        .formatted(Literal.json(key));
  }
}
