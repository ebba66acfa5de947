package awsleuth.iam;

import java.util.Locale;
import java.util.Set;

/**
 * What access control lists of S3 can allow (S3 user guide, "Access control list (ACL) overview",
 * the mapping of ACL permissions to access policy permissions).
 */
final class AccessControlList {

  private static final Set<String> ACTIONS =
      Set.of(
          "s3:listbucket",
          "s3:listbucketversions",
          "s3:listbucketmultipartuploads",
          "s3:putobject",
          "s3:getbucketacl",
          "s3:putbucketacl",
          "s3:getobject",
          "s3:getobjectversion",
          "s3:getobjectacl",
          "s3:getobjectversionacl",
          "s3:putobjectacl",
          "s3:putobjectversionacl");

  private AccessControlList() {}

  /** Whether a list can allow an action at all. */
  static boolean decidesOn(String action) {
    return ACTIONS.contains(action.toLowerCase(Locale.ROOT));
  }
}
