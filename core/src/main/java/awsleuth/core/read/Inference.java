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

  private static final int MOST_GUESSED = 8;

  private final Sighting s;
  private final List<Frame> frames;
  private final List<Passage> passages;
  private final AwsCatalog catalog;
  private final String action;
  private final CommandLine command;
  private final Scope scope;

  Inference(Sighting s, List<Frame> frames, List<Passage> passages, AwsCatalog catalog) {
    this.s = s;
    this.frames = frames;
    this.passages = passages;
    this.catalog = catalog;
    this.action = action(s.message);
    this.command = CommandLine.in(passages);
    this.scope = Scope.in(passages);
  }

  FailedCall call(Source source) {
    Optional<HostName> host = host();
    String operation = operation();
    String named = s.service.isEmpty() ? "" : catalog.serviceOfId(s.service).orElse(s.service);
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
        s.endpoint,
        s.retries,
        source);
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
      return Waiters.operation(waiter);
    }
    if (!scope.operation().isEmpty()) {
      return scope.operation();
    }
    String fromUrl = UrlOperation.of(s.endpoint);
    if (!fromUrl.isEmpty()) {
      return fromUrl;
    }
    String fromCode = ProgramCode.operation(frames, catalog);
    if (!fromCode.isEmpty()) {
      return fromCode;
    }
    if (!command.operation().isEmpty()) {
      return catalog.operationName(command.operation()).orElse("");
    }
    int colon = action.indexOf(':');
    String name = action.substring(colon + 1);
    return colon > 0 && !catalog.servicesWithOperation(name).isEmpty() ? name : "";
  }

  private String service(String operation, Optional<HostName> host) {
    List<String> among = operation.isEmpty() ? List.of() : catalog.servicesWithOperation(operation);
    if (among.size() == 1) {
      return among.getFirst();
    }
    List<String> hints = new ArrayList<>();
    host.ifPresent(h -> hints.addAll(h.services()));
    if (s.captures.containsKey("body_host_id")) {
      hints.add("s3"); // of all services S3 alone answers with a HostId
    }
    if (!action.isEmpty()) {
      hints.addAll(
          catalog.servicesWithIamPrefix(
              action.substring(0, action.indexOf(':')).toLowerCase(java.util.Locale.ROOT)));
    }
    if (catalog.hasService(scope.service())) {
      hints.add(scope.service());
    }
    hints.addAll(ProgramCode.services(frames, passages, catalog));
    if (!command.service().isEmpty()) {
      hints.add(command.service());
    }
    if (s.message.contains("resource not found: Table")) {
      hints.add("dynamodb");
    }
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

  private String wellKnown(List<String> among) {
    List<String> withCode = s.code.isEmpty() ? List.of() : catalog.servicesWithErrorCode(s.code);
    List<String> both = among.stream().filter(withCode::contains).toList();
    if (both.size() == 1) {
      return both.getFirst();
    }
    if (among.size() > MOST_GUESSED) {
      return "";
    }
    for (String service : WELL_KNOWN) {
      if (among.contains(service)) {
        return service;
      }
    }
    return "";
  }

  private String byCode() {
    if (Codes.isOfS3(s.code) || s.captures.containsKey("body_host_id")) {
      return "s3";
    }
    boolean telling = !s.code.isEmpty() && !Codes.isCommon(s.code);
    List<String> services = telling ? catalog.servicesWithErrorCode(s.code) : List.of();
    return services.size() == 1 ? services.getFirst() : "";
  }

  private String region(Optional<HostName> host) {
    if (!s.region.isEmpty()) {
      return s.region;
    }
    Optional<String> ofHost = host.flatMap(HostName::region);
    if (ofHost.isPresent()) {
      return ofHost.get();
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

  /** The IAM action of an access-denied sentence; empty where there is none. */
  private static String action(String message) {
    int at = message.lastIndexOf("authorized to perform");
    if (at < 0) {
      return "";
    }
    int i = at + "authorized to perform".length();
    while (i < message.length() && (message.charAt(i) == ':' || message.charAt(i) == ' ')) {
      i++;
    }
    int end = i;
    while (end < message.length() && isActionPart(message.charAt(end))) {
      end++;
    }
    String action = message.substring(i, end);
    return action.indexOf(':') > 0 ? action : "";
  }

  private static boolean isActionPart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '*';
  }
}
