package awsleuth.core.cause.service;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;

/** What AWS itself reports of a service's health. */
final class HealthEvents {

  /** Services that AWS Health calls by the same name in capitals. */
  private static final List<String> SAME =
      List.of("dynamodb", "ec2", "ecs", "eks", "iam", "kms", "lambda", "rds", "s3", "sns", "sqs");

  private HealthEvents() {}

  static Fix fix(Facts facts) {
    String service = facts.call().service();
    return Fix.command(
        "see whether AWS reports an event for the service",
        "aws health describe-events --region us-east-1 --filter services="
            + (SAME.contains(service) ? service.toUpperCase(Locale.ROOT) : "<service>"));
  }
}
