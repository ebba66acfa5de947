package awsleuth.collect.live;

import java.util.List;
import java.util.Map;

/**
 * What IAM kept of a denial under an id, where the botocore found knows the operation.
 *
 * @param id as the message has it
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
 *     access denied error messages</a>
 */
record AuthorizationDetails(String service, String id) implements Question {

  /** The operation. */
  static final String OPERATION = "GetRequestAuthorizationDetails";

  @Override
  public String what() {
    return "the authorization details " + id;
  }

  @Override
  public List<String> permissions() {
    return List.of("iam:" + OPERATION);
  }

  @Override
  public void ask(Asking asking) {
    if (service.isEmpty()) {
      asking.leaveOpen(what() + ": this botocore does not know " + OPERATION);
      return;
    }
    asking
        .call(what(), service, OPERATION, Map.of("authorizationId", id))
        .ifPresent(d -> asking.keep("authorization-details.json", Texts.pretty(d)));
  }
}
