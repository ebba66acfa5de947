package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what a text does not say outright: the service, the operation, the Region. What comes
 * from several places is taken in the order: the sentence, the endpoint's host, the denied action,
 * the program's code, the command line, the operation's name, the error code.
 */
final class Inference {

  /** Of services that share an operation's name, those that are meant first. */
  private static final List<String> WELL_KNOWN =
      List.of(
          "s3",
          "ec2",
          "iam",
          "sts",
          "dynamodb",
          "lambda",
          "sqs",
          "sns",
          "cloudformation",
          "rds",
          "ecs",
          "logs",
          "kms",
          "ssm",
          "secretsmanager",
          "ecr",
          "cloudwatch",
          "elbv2",
          "autoscaling",
          "kinesis",
          "stepfunctions",
          "glue",
          "athena",
          "route53",
          "cloudfront",
          "apigateway",
          "eks",
          "sagemaker",
          "bedrock-runtime",
          "redshift",
          "emr",
          "organizations",
          "cognito-idp",
          "ses",
          "es",
          "events",
          "batch",
          "support",
          "sso",
          "sso-oidc",
          "elasticache",
          "codepipeline",
          "codebuild",
          "codecommit",
          "cloudtrail",
          "firehose",
          "comprehend",
          "textract",
          "rekognition",
          "transcribe",
          "polly",
          "pricing",
          "ce",
          "config",
          "guardduty");

  /** What botocore raises before there is a client, whatever the line of code would have called. */
  private static final Set<String> BEFORE_CALLS =
      Set.of(
          "ProfileNotFound",
          "ConfigParseError",
          "ConfigNotFound",
          "DataNotFoundError",
          "UnknownServiceError");

  private static final int MOST_GUESSED = 8;
  private static final int LINES_BEFORE = 2;
  private static final int MOST_WITH_CODE = 3;

  private final Sighting s;
  private final List<Frame> frames;
  private final List<Passage> passages;
  private final AwsCatalog catalog;
  private final String action;
  private final CommandLine command;
  private final Scope scope;
  private final Doing doing;
  private final ParameterNames parameters;

  Inference(Sighting s, List<Frame> frames, List<Passage> passages, AwsCatalog catalog) {
    this.s = s;
    this.frames = frames;
    this.passages = passages;
    this.catalog = catalog;
    this.action = Action.in(s.message);
    this.command = CommandLine.in(passages);
    this.scope = Scope.in(passages);
    boolean ofTool = s.exception.isEmpty() || s.exception.equals(s.code);
    this.doing = ofTool ? doing() : Doing.NONE;
    this.parameters = ParameterNames.in(s.captures.getOrDefault("report", ""), catalog);
  }

  FailedCall call(Source source) {
    Optional<HostName> host = host();
    String operation = operation();
    String named = named(operation);
    String service = named.isEmpty() ? service(operation, host) : named;
    return new FailedCall(
        s.exception,
        service,
        named.isEmpty() && !service.isEmpty(),
        operation,
        s.code,
        s.message,
        s.status,
        s.requestId,
        region(host),
        s.endpoint.isEmpty() ? Contacted.in(s, passages) : s.endpoint,
        s.retries,
        source);
  }

  /**
   * The service that the text names; empty where it names none, or one that a service behind the
   * called one is: {@code GetParameter} answers with an error of KMS.
   */
  private String named(String operation) {
    String named = s.service.isEmpty() ? "" : catalog.serviceOfId(s.service).orElse(s.service);
    List<String> having = catalog.servicesWithOperation(operation);
    boolean behind = catalog.hasService(named) && !having.isEmpty() && !having.contains(named);
    return behind ? "" : named;
  }

  private boolean inFrame(String function) {
    return frames.stream().anyMatch(f -> f.function().equals(function));
  }

  /** What the line of the failure, or one right before it, says that a tool was doing. */
  private Doing doing() {
    Doing doing = Doing.NONE;
    for (Passage p : passages) {
      int before = s.line - p.source().line();
      if (p.kind() == Passage.Kind.NEARBY && before >= 0 && before <= LINES_BEFORE) {
        Doing found = Doing.in(p.text(), catalog);
        doing = found.equals(Doing.NONE) ? doing : found;
      }
    }
    return doing;
  }

  private Optional<HostName> host() {
    String url = s.endpoint;
    int inMessage = s.message.indexOf("https://");
    if (url.isEmpty() && inMessage >= 0) {
      url = s.message.substring(inMessage);
      url = url.substring(0, Urls.end(url));
    }
    return url.isEmpty() ? Optional.empty() : catalog.host(Urls.host(url));
  }

  private String operation() {
    if (!s.operation.isEmpty()) {
      return s.operation;
    }
    String waiter = s.captures.getOrDefault("name", "");
    if (s.exception.equals("WaiterError") && !waiter.isEmpty()) {
      return Waiters.operation(waiter, catalog);
    }
    if (!scope.operation().isEmpty()) {
      return scope.operation();
    }
    String paged = s.captures.getOrDefault("operation_name", "");
    if (s.exception.equals("OperationNotPageableError") && !paged.isEmpty()) {
      return catalog.operationName(paged).orElse("");
    }
    String fromUrl = UrlOperation.of(s.endpoint);
    if (!fromUrl.isEmpty()) {
      return fromUrl;
    }
    if (s.exception.equals("KeyError") && inFrame("can_paginate")) {
      return catalog.operationName(Quotes.bare(s.message)).orElse("");
    }
    String told = OperationWords.in(s.message);
    if (!told.isEmpty()) {
      return told;
    }
    int call = s.message.indexOf("() only accepts keyword arguments");
    if (call > 0) {
      return catalog.operationName(ClassNames.endingAt(s.message, call)).orElse("");
    }
    String refused = ofAction();
    boolean passed = action.startsWith("iam:Pass") || action.startsWith("kms:");
    if (!refused.isEmpty() && !passed) {
      return refused;
    }
    if (BEFORE_CALLS.contains(s.exception)) {
      return "";
    }
    String fromCode = ProgramCode.operation(frames, catalog);
    if (!fromCode.isEmpty()) {
      return fromCode;
    }
    String typed = ProgramCode.typed(passages, catalog);
    if (!typed.isEmpty()) {
      return typed;
    }
    if (!command.operation().isEmpty()) {
      return catalog.operationName(command.operation()).orElse("");
    }
    if (!refused.isEmpty()) {
      return refused;
    }
    String fromFrames = ScriptFrames.operation(passages, catalog);
    if (!fromFrames.isEmpty()) {
      return fromFrames;
    }
    return doing.operation().isEmpty() ? parameters.operation() : doing.operation();
  }

  /** The operation that has the name of the denied or throttled action; empty where none has. */
  private String ofAction() {
    int colon = action.indexOf(':');
    String name = action.substring(colon + 1);
    return colon > 0 && !catalog.servicesWithOperation(name).isEmpty() ? name : "";
  }

  private String service(String operation, Optional<HostName> host) {
    if (isWithdrawn(command, operation)) {
      return command.service();
    }
    List<String> among = operation.isEmpty() ? List.of() : catalog.servicesWithOperation(operation);
    if (among.size() == 1) {
      return among.getFirst();
    }
    List<String> hints = new ArrayList<>();
    host.ifPresent(h -> hints.addAll(h.services()));
    if (s.captures.containsKey("body_host_id")
        || s.exception.startsWith("S3Resp")
        || s.exception.equals("RetriesExceededError")) {
      // of all services S3 alone answers with a HostId; boto 2 and s3transfer have such exceptions
      hints.add("s3");
    }
    String namespace = Urls.host(s.captures.getOrDefault("namespace", ""));
    if (namespace.endsWith(".amazonaws.com")) {
      String regional = namespace.replace(".amazonaws.com", ".us-east-1.amazonaws.com");
      catalog.host(regional).ifPresent(h -> hints.addAll(h.services()));
    }
    if (KnownCodes.isOfEc2(s.code)) {
      hints.add("ec2");
    }
    hints.addAll(ErrorCodes.services(s.captures.getOrDefault("type_namespace", ""), catalog));
    if (!action.isEmpty()) {
      hints.addAll(
          catalog.servicesWithIamPrefix(
              action.substring(0, action.indexOf(':')).toLowerCase(java.util.Locale.ROOT)));
    }
    if (!doing.service().isEmpty()) {
      hints.add(doing.service());
    }
    if (s.exception.equals("WaiterError")) {
      List<String> waiting = Waiters.services(s.captures.getOrDefault("name", ""), catalog);
      hints.addAll(waiting.size() == 1 ? waiting : List.of());
    }
    catalog.serviceOfId(scope.service()).ifPresent(hints::add);
    if (!s.captures.containsKey("usage")) {
      hints.addAll(ProgramCode.services(frames, passages, catalog));
    }
    if (!command.service().isEmpty()) {
      hints.add(catalog.serviceOfId(command.service()).orElse(command.service()));
    }
    hints.addAll(ServiceWords.in(s.message));
    if (!parameters.service().isEmpty()) {
      hints.add(parameters.service());
    }
    hints.addAll(ResourceTypes.in(passages, catalog));
    if (s.endpoint.contains("minio")) {
      hints.add("s3");
    }
    for (String hint : hints) {
      if (among.isEmpty() || among.contains(hint)) {
        return hint;
      }
    }
    return among.isEmpty() ? byCode() : wellKnown(among);
  }

  /** Whether a command gave the operation, and is of a service that this botocore has no more. */
  private boolean isWithdrawn(CommandLine command, String operation) {
    return s.operation.isEmpty()
        && !operation.isEmpty()
        && catalog.operationName(command.operation()).filter(operation::equals).isPresent()
        && catalog.serviceOfId(command.service()).isEmpty();
  }

  private String wellKnown(List<String> among) {
    boolean telling = !s.code.isEmpty() && !KnownCodes.isCommon(s.code);
    List<String> withCode = telling ? catalog.servicesWithErrorCode(s.code) : List.of();
    List<String> both = among.stream().filter(withCode::contains).toList();
    if (both.size() == 1) {
      return both.getFirst();
    }
    String member = member(s.message);
    if (!member.isEmpty() && !s.operation.isEmpty() && among.size() <= MOST_GUESSED) {
      List<String> having = among.stream().filter(name -> takes(name, member)).toList();
      if (!having.isEmpty()) {
        return having.size() == 1 ? having.getFirst() : firstKnown(having);
      }
    }
    if (among.size() > MOST_GUESSED) {
      return "";
    }
    return firstKnown(among);
  }

  private static String firstKnown(List<String> among) {
    return WELL_KNOWN.stream().filter(among::contains).findFirst().orElse("");
  }

  private boolean takes(String service, String member) {
    return catalog
        .service(service)
        .flatMap(known -> known.input(s.operation))
        .filter(input -> input.members().stream().anyMatch(m -> m.name().equalsIgnoreCase(member)))
        .isPresent();
  }

  /** The parameter of {@code Value 'x' at 'modelName.y' failed …}; empty where none is named. */
  private static String member(String message) {
    int at = message.indexOf("' at '");
    int from = at + "' at '".length();
    int end = from;
    while (at >= 0 && end < message.length() && Character.isLetterOrDigit(message.charAt(end))) {
      end++;
    }
    return at < 0 ? "" : message.substring(from, end);
  }

  private String byCode() {
    if (KnownCodes.isOfS3(s.code) || s.captures.containsKey("body_host_id")) {
      return "s3";
    }
    boolean telling = !s.code.isEmpty() && !KnownCodes.isCommon(s.code);
    List<String> services = telling ? catalog.servicesWithErrorCode(s.code) : List.of();
    if (services.size() == 1 || services.size() > MOST_WITH_CODE) {
      return services.size() == 1 ? services.getFirst() : Arns.service(s.message, catalog);
    }
    String known = firstKnown(services);
    return known.isEmpty() ? Arns.service(s.message, catalog) : known;
  }

  private String region(Optional<HostName> host) {
    if (!s.region.isEmpty()) {
      return s.region;
    }
    Optional<String> ofHost = host.flatMap(HostName::region);
    if (ofHost.isPresent()) {
      return ofHost.get();
    }
    String told = Regions.told(s.message, catalog);
    if (!told.isEmpty()) {
      return told;
    }
    String ofScope = scope.region();
    if (!ofScope.isEmpty()) {
      return ofScope;
    }
    String ofArn = Arns.region(s.message);
    if (!ofArn.isEmpty()) {
      return ofArn;
    }
    return command.region().isEmpty() ? Regions.only(passages, frames, catalog) : command.region();
  }
}
