package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.List;

/** Which of the services that have an operation, or send an error code, is meant. */
record ServiceChoice(Sighting s, AwsCatalog catalog) {

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
  private static final int MOST_WITH_CODE = 3;

  /** The one of those that have the operation, of all if there are none; empty where unclear. */
  String among(List<String> services) {
    return services.isEmpty() ? byCode() : wellKnown(services);
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

  /** Whether a service is among those that most programs call. */
  static boolean isWellKnown(String service) {
    return WELL_KNOWN.contains(service);
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
}
