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

  /**
   * The account that owns the resource; empty where nothing tells. What is AWS's own, as {@code
   * arn:aws:iam::aws:policy/ReadOnlyAccess}, counts as the principal's.
   */
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
    return isAccount(at, end) ? resource.substring(at, end) : principal.account();
  }

  private boolean isAccount(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = resource.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return end - start == 12;
  }

  /** The request in another context. */
  public Request in(Context other) {
    return new Request(principal, action, resource, resourceAccount, other);
  }
}
