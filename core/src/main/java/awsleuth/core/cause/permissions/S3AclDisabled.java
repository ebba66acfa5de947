package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The bucket's ownership setting disables ACLs. */
final class S3AclDisabled implements Cause {

  @Override
  public String id() {
    return "permissions/s3-acl-disabled";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!facts.code("AccessControlListNotSupported") && !facts.seen(PermissionsClue.ACL_DISABLED)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the bucket takes no ACLs (Object Ownership is bucket owner enforced)",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                facts.seen(PermissionsClue.DJANGO)
                    ? Fix.codeEdit(
                        "let django-storages send no ACL (settings.py; or default_acl in OPTIONS)",
                        "AWS_DEFAULT_ACL = None")
                    : Fix.codeEdit(
                        "upload without an ACL",
                        "s3.put_object(Bucket=bucket, Key=key, Body=body)"),
                Fix.command(
                    "allow ACLs again only where they are needed",
                    "aws s3api put-bucket-ownership-controls --bucket <bucket>"
                        + " --ownership-controls"
                        + " 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'")),
            Again.of(facts, "the call succeeds without an ACL")));
  }
}
