package awsleuth.iam.batch;

import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * One decision that is asked for.
 *
 * @param name what the asker calls it; empty where it has no name
 * @param request the request; empty where {@code errors} say why it cannot be decided
 * @param policies the policies
 * @param errors what keeps the line from being decided, one line each
 */
public record BatchLine(
    String name, Optional<Request> request, PolicySet policies, List<String> errors) {

  /**
   * Reads a line.
   *
   * @param json one JSON object; fields that the contract does not have are passed over
   */
  public static BatchLine read(String json) {
    return new BatchDecider().read(json);
  }
}
