package awsleuth.trail.make;

import java.util.List;

/**
 * Changes by which no call fails: of other roles, buckets, keys and endpoints than those that calls
 * need.
 */
final class UnrelatedChanges implements EventSource {

  private static final List<String> TEAMS =
      List.of("web", "mobile", "search", "payroll", "research", "partner", "print", "video");
  private static final List<String> ACTIONS =
      List.of(
          "s3:GetObject",
          "s3:PutObject",
          "dynamodb:Query",
          "sqs:ReceiveMessage",
          "logs:PutLogEvents");

  private final long seed;
  private final Load load;

  UnrelatedChanges(Order order) {
    this.seed = order.seed();
    this.load = new Load(order.changes(), order.first(), order.end());
  }

  @Override
  public void add(Span span, List<Dated> to) {
    int count = load.between(span.from(), span.to());
    Dice dice = Dice.of(seed, 2, span.from());
    for (int i = 0; i < count; i++) {
      String account = World.ACCOUNTS.get(dice.below(2));
      String region = dice.one(World.REGIONS);
      Call call = one(account, region, dice);
      String at = call.source().startsWith("iam.") ? World.GLOBAL : region;
      long time = span.from() + dice.below(span.length());
      to.add(new Dated(time, account, at, World.changer(account, dice), call, dice.uuid()));
    }
  }

  private static Call one(String account, String region, Dice dice) {
    String role = dice.one(TEAMS) + "-service-" + dice.below(40);
    int kind = dice.below(20);
    return kind < 10 ? ofRole(kind, account, role, dice) : ofThing(kind, account, region, dice);
  }

  private static Call ofRole(int kind, String account, String role, Dice dice) {
    String managed = "arn:aws:iam::" + account + ":policy/" + dice.one(TEAMS) + "-shared";
    return switch (kind) {
      case 0, 1, 2 -> MadeChanges.putRolePolicy(role, "inline", document(dice));
      case 3 -> MadeChanges.attachRolePolicy(role, managed);
      case 4 -> MadeChanges.detachRolePolicy(role, managed);
      case 5 -> MadeChanges.createPolicyVersion(managed, document(dice), 2 + dice.below(9));
      case 6 -> MadeChanges.updateTrust(role, trust("lambda.amazonaws.com"));
      case 7 -> MadeChanges.createRole(account, role, trust("ec2.amazonaws.com"));
      case 8 -> MadeChanges.deleteRolePolicy(role, "inline");
      default -> MadeChanges.tagRole(role, "cost-centre", String.valueOf(dice.below(900)));
    };
  }

  private static Call ofThing(int kind, String account, String region, Dice dice) {
    String bucket = World.bucket(account, region, dice.one(TEAMS) + "-files-" + dice.below(20));
    String key = World.key(account, region, "team-" + dice.below(30));
    return switch (kind) {
      case 10, 11 -> MadeChanges.putBucketPolicy(bucket, region, ofBucket(account, bucket, dice));
      case 12 -> MadeChanges.ofBucket("PutBucketTagging", bucket, region, "tagging");
      case 13 -> MadeChanges.ofBucket("PutBucketLifecycle", bucket, region, "lifecycle");
      case 14 -> MadeChanges.putKeyPolicy(account, key, ofKey(account, dice));
      case 15 ->
          MadeChanges.ofKey(dice.chance(500) ? "EnableKeyRotation" : "DisableKey", account, key);
      case 16 ->
          MadeChanges.modifyEndpoint(
              "vpce-0" + Dice.of(9, account + region + dice.below(10)).hex(16), endpoint());
      case 17 ->
          Call.write(
              "ec2",
              "AuthorizeSecurityGroupIngress",
              Json.object("groupId", "sg-0" + dice.hex(16)),
              Json.object("_return", true));
      case 18 ->
          Call.write(
              "lambda",
              "UpdateFunctionConfiguration20150331v2",
              Json.object("functionName", dice.one(TEAMS) + "-" + dice.below(50), "timeout", 30),
              Json.NULL);
      default ->
          Call.write(
              "servicequotas",
              "RequestServiceQuotaIncrease",
              Json.object("serviceCode", "lambda", "quotaCode", "L-B99A9384", "desiredValue", 2000),
              Json.NULL);
    };
  }

  private static String document(Dice dice) {
    String bucket = "arn:aws:s3:::" + dice.one(TEAMS) + "-files-" + dice.below(20) + "/*";
    return Documents.of(
        Documents.allow("Use", List.of(dice.one(ACTIONS), dice.one(ACTIONS)), List.of(bucket)));
  }

  private static String trust(String service) {
    return Documents.of(
        Documents.statement(
            "Trust",
            "Allow",
            "{ \"Service\": \"" + service + "\" }",
            List.of("sts:AssumeRole"),
            List.of(),
            ""));
  }

  private static String ofBucket(String account, String bucket, Dice dice) {
    String role =
        "arn:aws:iam::" + account + ":role/" + dice.one(TEAMS) + "-service-" + dice.below(40);
    return Documents.of(
        Documents.statement(
            "Read",
            "Allow",
            Documents.aws(role),
            List.of("s3:GetObject"),
            List.of("arn:aws:s3:::" + bucket + "/*"),
            ""));
  }

  private static String ofKey(String account, Dice dice) {
    String role =
        "arn:aws:iam::" + account + ":role/" + dice.one(TEAMS) + "-service-" + dice.below(40);
    return Documents.of(
        Documents.statement(
            "Root",
            "Allow",
            Documents.aws("arn:aws:iam::" + account + ":root"),
            List.of("kms:*"),
            List.of("*"),
            ""),
        Documents.statement(
            "Use", "Allow", Documents.aws(role), List.of("kms:Decrypt"), List.of("*"), ""));
  }

  private static String endpoint() {
    return Documents.of(
        Documents.statement("All", "Allow", "\"*\"", List.of("*"), List.of("*"), ""));
  }
}
