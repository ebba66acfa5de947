package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Located;
import awsleuth.iam.request.Request;
import java.util.List;

/**
 * Statements of a bucket's own policy that are about all there is: such a policy is about nothing
 * but its bucket and the objects in it (S3 user guide, "Policies and permissions in Amazon S3").
 */
final class WholeBucket {

  private WholeBucket() {}

  /** Whether a statement is about the bucket and each object in it. */
  static boolean isAll(StatementReport s, Request request) {
    String resource = request.resource();
    int key = resource.indexOf('/');
    String bucket = key < 0 ? resource : resource.substring(0, key);
    List<String> written = s.statement().resources().values().stream().map(Located::value).toList();
    return isOfBucket(s, request)
        && !s.statement().resources().negated()
        && written.contains(bucket)
        && written.contains(bucket + "/*");
  }

  /** Whether a pattern is about all actions that such a policy can be about. */
  static boolean isEveryAction(StatementReport s, String pattern) {
    return s.layer() == Layer.RESOURCE
        && pattern.equalsIgnoreCase("s3:*")
        && s.statement().resources().values().stream().allMatch(v -> v.value().contains(":s3:::"));
  }

  private static boolean isOfBucket(StatementReport s, Request request) {
    return s.layer() == Layer.RESOURCE && request.resource().contains(":s3:::");
  }
}
