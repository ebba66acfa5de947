package awsleuth.trail.make;

import java.util.List;

/** The accounts, Regions and things that archives are about. */
final class World {

  static final String PRODUCTION = "111122223333";
  static final String DATA = "444455556666";
  static final String MANAGEMENT = "777788889999";
  static final String ORGANISATION = "o-exampleorgid";
  static final String GLOBAL = "us-east-1";
  static final String BOTO =
      "Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux#6.1.0 md/arch#x86_64 lang/python#3.13.7";

  static final List<String> ACCOUNTS = List.of(PRODUCTION, DATA, MANAGEMENT);

  /** By how much is in them. */
  static final List<String> REGIONS =
      List.of("us-east-1", "us-east-1", "us-east-1", "eu-west-1", "eu-west-1", "us-west-2");

  static final List<String> JOBS =
      List.of(
          "orders-api",
          "invoice-writer",
          "report-builder",
          "image-resizer",
          "search-indexer",
          "mail-sender",
          "stock-sync",
          "audit-logger",
          "feature-store",
          "session-cleaner");

  static final List<String> BUCKETS =
      List.of("orders-archive", "reports-out", "image-store", "raw-events", "model-artifacts");

  static final List<String> TABLES = List.of("orders", "sessions", "stock", "features");

  private World() {}

  static Caller job(String account, String name, int copy) {
    String address = "203.0.113." + (20 + JOBS.indexOf(name) * 4 + copy % 4);
    return Caller.role(account, name, name + "-" + (copy % 4), address, BOTO);
  }

  /** Who changes things, as part of a release or at the keyboard. */
  static Caller changer(String account, Dice dice) {
    return switch (dice.below(4)) {
      case 0 ->
          Caller.user(
              account, "ci-deploy", "198.51.100.17", "aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1");
      case 1 ->
          Caller.role(
              account,
              "platform-admin",
              "change-" + (4000 + dice.below(900)),
              "198.51.100." + (30 + dice.below(20)),
              "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36");
      case 2 ->
          Caller.role(
              account,
              "deploy",
              "release-" + dice.below(400),
              "cloudformation.amazonaws.com",
              "cloudformation.amazonaws.com");
      default ->
          Caller.role(
              account,
              "terraform",
              "run-" + dice.hex(8),
              "198.51.100.22",
              "APN/1.0 HashiCorp/1.0 Terraform/1.13.4 aws-sdk-go-v2/1.39.2");
    };
  }

  static String key(String account, String region, String name) {
    return "arn:aws:kms:"
        + region
        + ":"
        + account
        + ":key/"
        + Dice.of(5, account + region + name).uuid();
  }

  static String bucket(String account, String region, String name) {
    return name + "-" + account.substring(0, 4) + "-" + region;
  }
}
