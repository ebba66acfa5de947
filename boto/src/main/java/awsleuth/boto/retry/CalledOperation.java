package awsleuth.boto.retry;

import awsleuth.aws.ErrorShape;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import java.util.List;
import java.util.Optional;

/**
 * The operation that is called, as far as repeating depends on it.
 *
 * @param service the name of the client
 * @param endpointPrefix of the service
 * @param name of the operation
 * @param errors the errors that the model lists for it
 */
public record CalledOperation(
    String service, String endpointPrefix, String name, List<ErrorShape> errors) {

  /** The operation of a service; without errors where the model does not have it. */
  public static CalledOperation of(Service service, String operation) {
    List<String> named = service.operation(operation).map(Operation::errors).orElse(List.of());
    List<ErrorShape> errors =
        service.errors().stream().filter(e -> named.contains(e.name())).toList();
    return new CalledOperation(
        service.metadata().name(), service.metadata().endpointPrefix(), operation, errors);
  }

  /** The error of that code that the model calls retryable; empty where there is none. */
  Optional<ErrorShape> retryable(String code) {
    return errors.stream().filter(e -> e.retryable() && e.code().equals(code)).findFirst();
  }

  /** Whether an answer counts as throttling, in adaptive mode and by the new rules. */
  public boolean isThrottling(Answer answer) {
    return StandardRules.isThrottling(this, answer);
  }

  /** Whether the service holds the request open until there is something to say. */
  boolean isLongPolling() {
    return switch (service) {
      case "sqs" -> name.equals("ReceiveMessage");
      case "stepfunctions" -> name.equals("GetActivityTask");
      case "swf" -> name.equals("PollForActivityTask") || name.equals("PollForDecisionTask");
      default -> false;
    };
  }

  /** Whether it is DynamoDB or its streams, which have delays of their own. */
  boolean isDynamo() {
    return service.equals("dynamodb") || service.equals("dynamodbstreams");
  }
}
