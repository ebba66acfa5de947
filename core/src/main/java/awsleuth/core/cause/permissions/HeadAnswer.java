package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Result;
import awsleuth.iam.request.Request;

/**
 * What a 403 to HeadObject or HeadBucket leaves open, which has no text. HeadObject needs {@code
 * s3:GetObject}; of an object that is missing S3 answers 404 where {@code s3:ListBucket} is
 * allowed, else 403 too (Amazon S3 API reference, HeadObject, "Permissions").
 */
final class HeadAnswer {

  private HeadAnswer() {}

  /** Whether a call is one. */
  static boolean is(Facts facts) {
    String operation = facts.call().operation();
    return operation.equals("HeadObject") || operation.equals("HeadBucket");
  }

  /**
   * Whether the policies given tell that the request itself was refused, so that it is decided by
   * them as any other: one denies it, those of the caller do not allow it, or they allow the list
   * too, with which a missing object is no 403.
   */
  static boolean isOfRequest(Facts facts, PolicyMatch match) {
    if (!match.denying().isEmpty()) {
      return true;
    }
    return match.given() > 0
        && (!match.allowsPlainly()
            || facts.call().operation().equals("HeadBucket")
            || isListAllowed(facts));
  }

  /** Whether the policies given allow the bucket's list for certain. */
  static boolean isListAllowed(Facts facts) {
    return Simulated.of(facts)
        .filter(s -> Authorizer.of(s.set()).decide(list(s.decision().request())) == Result.ALLOWED)
        .isPresent();
  }

  private static Request list(Request request) {
    String resource = request.resource();
    int key = resource.indexOf('/');
    return new Request(
        request.principal(),
        "s3:ListBucket",
        key < 0 ? resource : resource.substring(0, key),
        request.resourceAccount(),
        request.context());
  }
}
