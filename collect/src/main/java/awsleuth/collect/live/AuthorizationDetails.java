package awsleuth.collect.live;

import awsleuth.collect.call.Document;
import awsleuth.core.fact.Literal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What IAM kept of a denial under an id, where the botocore found knows the operation.
 *
 * @param id as the message has it
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
 *     access denied error messages</a>
 */
record AuthorizationDetails(String service, String id) implements LiveQuestion {

  /** The operation. */
  static final String OPERATION = "GetRequestAuthorizationDetails";

  /** What it needs, which the AWS data may not know either. */
  static final String PERMISSION = "iam:" + OPERATION;

  private static final int MOST_PAGES = 5;

  @Override
  public String what() {
    return "the authorization details " + id;
  }

  @Override
  public List<String> permissions() {
    return List.of(PERMISSION);
  }

  @Override
  public void ask(Asking asking) {
    if (service.isEmpty()) {
      asking.leaveOpen(
          what(),
          "the AWS data that count here do not know "
              + OPERATION
              + "; --botocore auto takes those of the installed botocore, where that is new enough, as"
              + " for: aws iam-toolbox get-request-authorization-details --authorization-id "
              + Literal.shell(id));
      return;
    }
    Map<String, String> next = new LinkedHashMap<>(Map.of("authorizationId", id));
    for (int page = 0; page < MOST_PAGES; page++) {
      String more = page(asking, next);
      if (more.isEmpty()) {
        return;
      }
      next.put("nextToken", more);
    }
    asking.leaveOpen(what(), "there are more than " + MOST_PAGES + " pages");
  }

  /** Asks for a page of evaluations; gives what asks for the next, empty where there is none. */
  private String page(Asking asking, Map<String, String> parameters) {
    Optional<Document> answer = asking.call(what(), service, OPERATION, parameters);
    answer.ifPresent(d -> asking.keep("authorization-details.json", Texts.pretty(d)));
    if (answer.isEmpty() && !asking.isOpen(what())) {
      asking.leaveOpen(what(), "none in this Region and account; they are kept for about 24 hours");
    }
    return answer.map(d -> d.textAt("nextToken")).orElse("");
  }
}
