package awsleuth.trail.make;

import java.util.List;

/**
 * What programs do all day, with the failures that are always there: objects that do not exist,
 * conditions that do not hold, a scanner that may not read everything, now and then a throttled
 * call.
 */
final class Ordinary implements EventSource {

  private static final String SCANNER = "security-audit";
  private static final List<String> SCANNED =
      List.of("ListUsers", "ListRoles", "GetAccountSummary", "ListPolicies", "GetCredentialReport");

  private final long seed;
  private final Load load;

  Ordinary(Order order, long events) {
    this.seed = order.seed();
    this.load = new Load(events, order.first(), order.end());
  }

  @Override
  public void add(Span span, List<Dated> to) {
    int count = load.between(span.from(), span.to());
    Dice dice = Dice.of(seed, 1, span.from());
    for (int i = 0; i < count; i++) {
      to.add(one(span.from() + dice.below(span.length()), dice));
    }
  }

  private static Dated one(long time, Dice dice) {
    String account = World.ACCOUNTS.get(dice.below(2));
    String region = dice.one(World.REGIONS);
    int kind = dice.below(100);
    if (kind < 4) {
      Caller scanner =
          Caller.role(
              account, SCANNER, "nightly", "203.0.113.200", "aws-sdk-java/2.40.2 md/io#sync");
      return new Dated(time, account, World.GLOBAL, scanner, scanned(scanner, dice), dice.uuid());
    }
    if (kind < 10) {
      String role = "arn:aws:iam::" + account + ":role/" + dice.one(World.JOBS);
      Call call = MadeCalls.assumeRole(role, dice.letters(12), "");
      Caller service =
          Caller.service(dice.chance(500) ? "lambda.amazonaws.com" : "ecs-tasks.amazonaws.com");
      return new Dated(time, account, region, service, call, dice.uuid());
    }
    Caller job = World.job(account, dice.one(World.JOBS), dice.below(4));
    return new Dated(time, account, region, job, job(kind, account, region, dice), dice.uuid());
  }

  private static Call scanned(Caller scanner, Dice dice) {
    String name = dice.one(SCANNED);
    Call call = Call.read("iam", name, Json.object("maxItems", 100));
    String why =
        "User: %s is not authorized to perform: iam:%s on resource: * because no identity-based policy allows the iam:%s action"
            .formatted(scanner.arn(), name, name);
    return dice.chance(300) ? call.bare().failed("AccessDenied", why) : call;
  }

  private static Call job(int kind, String account, String region, Dice dice) {
    String bucket = World.bucket(account, region, dice.one(World.BUCKETS));
    String object =
        "in/2026/%02d/part-%05d.parquet".formatted(1 + dice.below(12), dice.below(40_000));
    if (kind < 35) {
      Call call = MadeCalls.getObject(account, region, bucket, object);
      return dice.chance(15) ? call.failed("NoSuchKey", "The specified key does not exist.") : call;
    }
    if (kind < 45) {
      return MadeCalls.putObject(account, region, bucket, object);
    }
    if (kind < 52) {
      return MadeCalls.listObjects(account, region, bucket, "in/2026/");
    }
    if (kind < 60) {
      String key = World.key(account, region, "data");
      return kind < 57
          ? MadeCalls.decrypt(account, key, "arn:aws:s3:::" + bucket + "/" + object)
          : MadeCalls.generateDataKey(account, key);
    }
    return kind < 80 ? items(kind, account, region, dice) : control(kind, account, region, dice);
  }

  private static Call items(int kind, String account, String region, Dice dice) {
    String table = dice.one(World.TABLES);
    Json.Part key = Json.object("id", "HIDDEN_DUE_TO_SECURITY_REASONS");
    if (kind < 72) {
      return MadeCalls.item("GetItem", true, account, region, table, key);
    }
    Call put = MadeCalls.item("PutItem", false, account, region, table, key);
    return dice.chance(10)
        ? put.failed("ConditionalCheckFailedException", "The conditional request failed")
        : put;
  }

  private static Call control(int kind, String account, String region, Dice dice) {
    if (kind < 84) {
      Call call = MadeCalls.describeInstances(dice.one(World.JOBS));
      return dice.chance(4)
          ? call.failed("Client.RequestLimitExceeded", "Request limit exceeded.")
          : call;
    }
    if (kind < 88) {
      String group = "/aws/lambda/" + dice.one(World.JOBS);
      Call call =
          Call.write(
              "logs",
              "CreateLogStream",
              Json.object("logGroupName", group, "logStreamName", "2026/" + dice.hex(32)),
              Json.NULL);
      return dice.chance(30)
          ? call.failed("ResourceAlreadyExistsException", "The specified log stream already exists")
          : call;
    }
    if (kind < 92) {
      String name = "/" + dice.one(World.JOBS) + "/" + dice.one(World.TABLES);
      Call call =
          Call.read("ssm", "GetParameter", Json.object("name", name, "withDecryption", true));
      return dice.chance(5) ? call.failed("ParameterNotFound", "") : call;
    }
    if (kind < 95) {
      return MadeCalls.sendMessage(account, region, dice.one(World.JOBS));
    }
    if (kind < 98) {
      String arn =
          "arn:aws:secretsmanager:%s:%s:secret:%s-%s"
              .formatted(region, account, dice.one(World.JOBS), Dice.of(3, account).letters(6));
      return Call.read("secretsmanager", "GetSecretValue", Json.object("secretId", arn));
    }
    return Call.read("sts", "GetCallerIdentity", Json.NULL);
  }
}
