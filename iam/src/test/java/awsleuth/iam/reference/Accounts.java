package awsleuth.iam.reference;

import awsleuth.iam.request.Request;

/** Whose a resource is. */
final class Accounts {

  private Accounts() {}

  /**
   * The account that owns the resource: as told, or the account in its ARN ("ARN format"), or the
   * caller's. An ARN whose account is {@code aws} is of all accounts, as a managed policy of AWS.
   */
  static String owner(Request request) {
    if (!request.resourceAccount().isEmpty()) {
      return request.resourceAccount();
    }
    String[] parts = request.resource().split(":", 6);
    boolean told = parts.length == 6 && parts[4].matches("[0-9]{12}");
    return told ? parts[4] : request.principal().account();
  }
}
