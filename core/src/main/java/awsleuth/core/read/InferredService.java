package awsleuth.core.read;

import awsleuth.aws.HostName;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.read.text.ErrorCodes;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The service of a failed call, from the first place that tells one which has the operation: the
 * endpoint's host, the denied action, the program's code, the command line, the error code.
 *
 * @param operation empty where it is not known
 * @param host of the endpoint; empty where it is none of AWS
 */
record InferredService(Surroundings around, String operation, Optional<HostName> host) {

  private static final int MOST_SENDING = 3;

  /** Its boto3 client name; empty where nothing tells it. */
  String find() {
    if (isWithdrawn()) {
      return around.command().service();
    }
    if (operation.isEmpty() && around.s().endpoint.contains("169.254.169.254")) {
      return ""; // instance metadata is none, whatever is spoken of around it
    }
    List<String> among =
        operation.isEmpty() ? List.of() : around.catalog().servicesWithOperation(operation);
    if (around.action().toLowerCase(Locale.ROOT).startsWith("execute-api:")) {
      return ""; // a call of an API behind API Gateway, for which there is no client
    }
    if (among.size() == 1) {
      return among.getFirst();
    }
    return first(ofAnswer(), among)
        .or(() -> ofCode(among))
        .or(() -> first(ofSurroundings(), among))
        .orElseGet(() -> new ServiceChoice(around.s(), around.catalog()).among(among));
  }

  /** Of the few services that send a code; what stands around the failure cannot name another. */
  private Optional<String> ofCode(List<String> among) {
    String code = around.s().code;
    boolean own = among.isEmpty() && code.endsWith("Exception") && !KnownCodes.isCommon(code);
    List<String> sending = own ? around.catalog().servicesWithErrorCode(code) : List.of();
    if (sending.isEmpty() || sending.size() > MOST_SENDING) {
      return Optional.empty();
    }
    return first(ofSurroundings(), sending)
        .or(() -> Optional.of(new ServiceChoice(around.s(), around.catalog()).among(sending)))
        .filter(service -> !service.isEmpty());
  }

  private static Optional<String> first(List<String> hints, List<String> among) {
    return hints.stream().filter(hint -> among.isEmpty() || among.contains(hint)).findFirst();
  }

  private List<String> ofAnswer() {
    List<String> hints = new ArrayList<>();
    host.ifPresent(h -> hints.addAll(h.services()));
    if (isOfS3()) {
      hints.add("s3");
    }
    if (around.s().exception.equals("SQSError")) {
      hints.add("sqs"); // of kombu, and of boto 2
    }
    String client = around.captured("sdk_client");
    around.catalog().serviceOfId(client).ifPresent(hints::add);
    if (ThrottleReason.of(around.captured("reason")).isPresent()) {
      hints.add("lambda");
    }
    ofNamespace(hints);
    if (KnownCodes.isOfEc2(around.s().code)) {
      hints.add("ec2");
    }
    hints.addAll(ErrorCodes.services(around.captured("type_namespace"), around.catalog()));
    String action = around.action();
    if (!action.isEmpty()) {
      String prefix = action.substring(0, action.indexOf(':')).toLowerCase(Locale.ROOT);
      List<String> having = around.catalog().servicesWithIamPrefix(prefix);
      having.stream().filter(prefix::equals).forEach(hints::add);
      hints.addAll(having);
    }
    return hints;
  }

  /** Of all services S3 alone answers with a HostId; boto 2 and s3transfer have such exceptions. */
  private boolean isOfS3() {
    return around.s().captures.containsKey("body_host_id")
        || around.captured("server").equals("AmazonS3")
        || around.s().exception.startsWith("S3Resp")
        || around.s().exception.equals("RetriesExceededError");
  }

  private void ofNamespace(List<String> hints) {
    String namespace = Urls.host(around.captured("namespace"));
    if (namespace.endsWith(".amazonaws.com")) {
      String regional = namespace.replace(".amazonaws.com", ".us-east-1.amazonaws.com");
      around.catalog().host(regional).ifPresent(h -> hints.addAll(h.services()));
    }
  }

  private List<String> ofSurroundings() {
    List<String> hints = new ArrayList<>();
    if (around.s().message.startsWith("Error when retrieving credentials from custom-process")) {
      return ProgramCode.services(around.frames(), List.of(), around.catalog());
    }
    if (!around.doing().service().isEmpty()) {
      hints.add(around.doing().service());
    }
    if (around.s().exception.equals("WaiterError")) {
      List<String> waiting = Waiters.services(around.captured("name"), around.catalog());
      hints.addAll(waiting.size() == 1 ? waiting : List.of());
    }
    around.catalog().serviceOfId(around.scope().service()).ifPresent(hints::add);
    if (!around.s().captures.containsKey("usage")) {
      hints.addAll(ProgramCode.services(around.frames(), withoutPath(), around.catalog()));
    }
    String command = around.command().service();
    if (!command.isEmpty()) {
      hints.add(around.catalog().serviceOfId(command).orElse(command));
    }
    hints.addAll(ServiceWords.in(around.s().message));
    if (!around.parameters().service().isEmpty()) {
      hints.add(around.parameters().service());
    }
    hints.addAll(ResourceTypes.in(around.passages(), around.catalog()));
    if (around.s().endpoint.contains("minio")) {
      hints.add("s3");
    }
    return hints;
  }

  /** The lines around the failure but the one whose path of a file the system could not open. */
  private List<Passage> withoutPath() {
    String message = around.s().message;
    return message.startsWith("[Errno ")
        ? around.passages().stream().filter(p -> !p.text().contains(message)).toList()
        : around.passages();
  }

  /** Whether a command gave the operation, and is of a service that this botocore has no more. */
  private boolean isWithdrawn() {
    return around.s().operation.isEmpty()
        && !operation.isEmpty()
        && around
            .catalog()
            .operationName(around.command().operation())
            .filter(operation::equals)
            .isPresent()
        && around.catalog().serviceOfId(around.command().service()).isEmpty();
  }
}
