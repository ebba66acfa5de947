package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ThingChange;
import java.util.List;
import java.util.stream.Stream;

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
            Stream.concat(
                    Stream.of(facts.citeError()),
                    ThingChange.of(facts)
                        .filter(c -> c.event().eventName().endsWith("BucketOwnershipControls"))
                        .map(c -> c.cite("changed the bucket's setting"))
                        .stream())
                .toList(),
            List.of(
                facts.seen(PermissionsClue.DJANGO)
                    ? Fix.codeEdit(
                        "let django-storages send no ACL (settings.py; or default_acl in OPTIONS)",
                        "AWS_DEFAULT_ACL = None")
                    : Fix.codeEdit(
                        "upload without an ACL",
                        isTransfer(facts)
                            ? "s3.upload_file(path, bucket, key)"
                            : "s3.put_object(Bucket=bucket, Key=key, Body=body)"),
                allowed(facts)),
            Again.of(facts, "the call succeeds without an ACL")));
  }

  private static boolean isTransfer(Facts facts) {
    return facts.frames().stream().anyMatch(f -> f.code().contains(".upload_file"));
  }

  private static Fix allowed(Facts facts) {
    String command =
        "aws s3api put-bucket-ownership-controls --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'";
    return new Fix.Command(
        "allow ACLs again only where they are needed", command, Fix.reviewOrTemplate(command));
  }
}
