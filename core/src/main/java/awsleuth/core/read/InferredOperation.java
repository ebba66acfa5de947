package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Quotes;
import java.util.Optional;
import java.util.Set;

/**
 * The operation of a failed call, from the first place that tells it: the sentence, the URL, the
 * denied action, the program's code, the command line. A place that rules out that there is one
 * gives the empty text.
 *
 * @param host of the endpoint; empty where it is none of AWS
 */
record InferredOperation(Surroundings around, Optional<HostName> host) {

  /** What botocore raises before there is a client, whatever the line of code would have called. */
  private static final Set<String> BEFORE_CALLS =
      Set.of(
          "ProfileNotFound",
          "ConfigParseError",
          "ConfigNotFound",
          "DataNotFoundError",
          "UnknownServiceError");

  /** Its API name; empty where nothing tells it. */
  String find() {
    return told()
        .or(this::refused)
        .or(this::beforeCalls)
        .or(this::coded)
        .or(() -> some(ofAction()))
        .or(() -> some(ScriptFrames.operation(around.passages(), catalog())))
        .or(() -> some(around.doing().operation()))
        .orElse(around.parameters().operation());
  }

  /** The operation that the sentence names; empty where what breaks off there is no operation. */
  private String whole() {
    String name = around.s().operation;
    return around.s().cut && catalog().servicesWithOperation(name).isEmpty() ? "" : name;
  }

  private Optional<String> told() {
    return some(whole())
        .or(this::waited)
        .or(() -> some(around.scope().operation()))
        .or(this::paged)
        .or(() -> some(new UrlOperation(around.s().endpoint, host, catalog()).find()))
        .or(this::lookedUp)
        .or(() -> some(OperationWords.in(around.s().message)))
        .or(this::ofHadoop)
        .or(this::calledByPlaces)
        .or(this::missed);
  }

  /** Hadoop's S3A asks for a file's status by HEAD, whose refusal has no code of S3's own. */
  private Optional<String> ofHadoop() {
    String code = around.s().code;
    boolean head =
        code.startsWith("40")
            || code.equals("AWSBadRequestException")
            || code.equals("AccessDeniedException");
    boolean status =
        around.passages().stream().anyMatch(p -> p.text().contains("getFileStatus on s3a://"));
    return head && status ? Optional.of("HeadObject") : Optional.empty();
  }

  /** The operation whose method a client lacked, {@code 'S3' object has no attribute 'x'}. */
  private Optional<String> missed() {
    String attribute = around.captured("attribute");
    Optional<String> operation =
        attribute.isEmpty()
            ? Optional.empty()
            : catalog().operationName(around.s().service, attribute);
    return operation.filter(o -> catalog().methodName(o).equals(attribute));
  }

  private AwsCatalog catalog() {
    return around.catalog();
  }

  private static Optional<String> some(String found) {
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<String> named(String anyForm) {
    return Optional.of(catalog().operationName(anyForm).orElse(""));
  }

  private Optional<String> waited() {
    String waiter = around.captured("name");
    return around.s().exception.equals("WaiterError") && !waiter.isEmpty()
        ? Optional.of(Waiters.operation(waiter, catalog()))
        : Optional.empty();
  }

  private Optional<String> paged() {
    String paged = around.captured("operation_name");
    return around.s().exception.equals("OperationNotPageableError") && !paged.isEmpty()
        ? named(paged)
        : Optional.empty();
  }

  /** The KeyError of {@code can_paginate} has the method's name. */
  private Optional<String> lookedUp() {
    boolean inFrame = around.frames().stream().anyMatch(f -> f.function().equals("can_paginate"));
    return around.s().exception.equals("KeyError") && inFrame
        ? named(Quotes.bare(around.s().message))
        : Optional.empty();
  }

  private Optional<String> calledByPlaces() {
    String message = around.s().message;
    int call = message.indexOf("() only accepts keyword arguments");
    return call > 0 ? named(ClassNames.endingAt(message, call)) : Optional.empty();
  }

  /** Of the denied action, where another operation does not ask for it too. */
  private Optional<String> refused() {
    String action = around.action();
    boolean passed = action.startsWith("iam:Pass") || action.startsWith("kms:");
    return passed ? Optional.empty() : some(ofAction());
  }

  /** The operation that has the name of the denied or throttled action; empty where none has. */
  private String ofAction() {
    int colon = around.action().indexOf(':');
    String name = around.action().substring(colon + 1);
    return colon > 0 && !around.catalog().servicesWithOperation(name).isEmpty() ? name : "";
  }

  private Optional<String> beforeCalls() {
    return BEFORE_CALLS.contains(around.s().exception) ? Optional.of("") : Optional.empty();
  }

  private Optional<String> coded() {
    String command = around.command().operation();
    return some(ProgramCode.operation(around.frames(), catalog()))
        .or(() -> some(ProgramCode.typed(around.passages(), around.frames(), catalog())))
        .or(() -> command.isEmpty() ? Optional.empty() : named(command));
  }
}
