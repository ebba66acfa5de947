package awsleuth.core.cause.permissions;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** The bucket or object that a call to S3 names, as the resource of its action. */
final class S3Resource {

  private S3Resource() {}

  /** Its ARN; empty where the evidence does not tell it, and for other services. */
  static String told(Facts facts, String action) {
    Optional<String> bucket = facts.parameter("Bucket");
    if (!facts.call().service().equals("s3") || bucket.isEmpty() || bucket.get().contains(":")) {
      return "";
    }
    List<String> types =
        IamCatalog.embedded()
            .action(action)
            .map(a -> a.targets().stream().map(IamAction.Target::type).toList())
            .orElse(List.of());
    String arn = "arn:aws:s3:::" + bucket.get();
    return types.contains("object")
        ? facts
            .parameter("Key")
            .map(key -> arn + "/" + key + (key.endsWith("/") ? "*" : ""))
            .orElse("")
        : types.contains("bucket") ? arn : "";
  }
}
