package awsleuth.iam.policy;

import java.util.List;
import java.util.Map;

/**
 * Whose access control list it is, which decides what its permissions allow (S3 user guide, "Access
 * control list (ACL) overview", the mapping of ACL permissions to access policy permissions). The
 * lists of buckets and objects have the same form.
 */
public enum AccessListKind {
  BUCKET(
      "bucket",
      Map.of(
          "READ",
          List.of("s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"),
          "WRITE",
          List.of("s3:PutObject"),
          "READ_ACP",
          List.of("s3:GetBucketAcl"),
          "WRITE_ACP",
          List.of("s3:PutBucketAcl"))),
  OBJECT(
      "object",
      Map.of(
          "READ",
          List.of("s3:GetObject", "s3:GetObjectVersion"),
          "READ_ACP",
          List.of("s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
          "WRITE_ACP",
          List.of("s3:PutObjectAcl", "s3:PutObjectVersionAcl")));

  private final String word;
  private final Map<String, List<String>> actions;

  AccessListKind(String word, Map<String, List<String>> actions) {
    this.word = word;
    this.actions = actions;
  }

  /** {@code bucket} or {@code object}. */
  public String word() {
    return word;
  }

  /** Whether a list of this kind can allow an action at all; letter case does not count. */
  public boolean decidesOn(String action) {
    return actions.values().stream().flatMap(List::stream).anyMatch(action::equalsIgnoreCase);
  }

  /** What a permission allows; nothing where lists of this kind do not have it. */
  List<String> actions(String permission) {
    return permission.equals("FULL_CONTROL")
        ? actions.values().stream().flatMap(List::stream).sorted().toList()
        : actions.getOrDefault(permission, List.of());
  }
}
