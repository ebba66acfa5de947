package awsleuth.iam.request;

/**
 * A request.
 *
 * @param principal who makes it
 * @param action the IAM action, as {@code s3:GetObject}
 * @param resource the resource's ARN; {@code *} for an action that takes no resource
 * @param resourceAccount the account that owns the resource; empty for the account in its ARN, or
 *     else the principal's
 * @param context the context
 */
public record Request(
    Principal principal, String action, String resource, String resourceAccount, Context context) {

  /** The account that owns the resource; empty where nothing tells. */
  public String owner() {
    if (!resourceAccount.isEmpty()) {
      return resourceAccount;
    }
    int at = 0;
    for (int colon = 0; colon < 4; colon++) {
      at = resource.indexOf(':', at) + 1;
      if (at == 0) {
        return principal.account();
      }
    }
    int end = resource.indexOf(':', at);
    return end <= at ? principal.account() : resource.substring(at, end);
  }

  /** The request in another context. */
  public Request in(Context other) {
    return new Request(principal, action, resource, resourceAccount, other);
  }
}
