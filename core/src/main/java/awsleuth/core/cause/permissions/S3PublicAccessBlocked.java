package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.stream.Stream;

/** Block Public Access refuses a policy or ACL. */
final class S3PublicAccessBlocked implements Cause {

  @Override
  public String id() {
    return "permissions/s3-public-access-blocked";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean seen = facts.seen(PermissionsClue.PUBLIC_ACCESS);
    if (!decision.isProven(Reason.PUBLIC_ACCESS) && !seen) {
      return decision.without();
    }
    Access access = Access.of(facts);
    String setting = access.denial().setting();
    String arn = access.resource();
    String bucket =
        Literal.shell(
            arn.startsWith("arn:aws:s3:::") ? arn.substring("arn:aws:s3:::".length()) : "",
            "<bucket>");
    return Outcome.confirmed(
        new Finding(
            setting.isEmpty()
                ? "S3 Block Public Access refuses the policy or ACL"
                : "S3 Block Public Access (`" + setting + "`) refuses the request",
            Finding.Specificity.MESSAGE,
            Stream.concat(
                    seen
                        ? Words.cite(facts, PermissionsClue.PUBLIC_ACCESS).stream()
                        : Stream.of(access.cite()),
                    OtherChange.ofPublicAccess(facts).stream())
                .toList(),
            List.of(
                change(facts),
                Fix.command(
                    "read the settings of bucket and account",
                    "aws s3api get-public-access-block --bucket " + Literal.shell(bucket))),
            Again.of(facts, "the call succeeds")));
  }

  /** A policy is public by its Principal, an object by its ACL. */
  private static Fix change(Facts facts) {
    return facts.call().operation().equals("PutBucketPolicy")
        ? Fix.policyEdit(
            "name in the policy who may, in place of everybody; CloudFront by its distribution",
            "\"Principal\": {\"AWS\": \"<principal ARN>\"}")
        : Fix.codeEdit(
            "leave out the public ACL, or the policy's Principal \"*\"",
            "s3.put_object(Bucket=bucket, Key=key, Body=body)  # without ACL=\"public-read\"");
  }
}
