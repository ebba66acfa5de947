package awsleuth.iam.generate;

import java.util.List;

/**
 * What a generated request asks for.
 *
 * @param action the action
 * @param resource the resource's ARN, or {@code *}
 * @param owner the account that the contract is told; empty where it is left to the ARN
 */
record Target(String action, String resource, String owner) {

  private static final String KEY = "key/1234abcd-12ab-34cd-56ef-1234567890ab";

  static Target pick(Dice dice, Caller caller) {
    String account = dice.percent(75) && !caller.account().isEmpty() ? caller.account() : Caller.A;
    if (caller.kind() == Caller.Kind.PROVIDER && dice.percent(80)) {
      return arn("sts:AssumeRoleWithWebIdentity", Caller.iam(account, "role/target"));
    }
    return switch (dice.below(20)) {
      case 0, 1, 2, 3, 4 ->
          new Target(
              dice.of("s3:GetObject", "s3:PutObject", "S3:getobject"),
              "arn:aws:s3:::b1/" + dice.of("k1", "al", "red", "a/k1", "r*d"),
              owner(dice, account));
      case 5 -> new Target("s3:ListBucket", "arn:aws:s3:::b1", owner(dice, account));
      case 6 -> new Target("s3:ListAllMyBuckets", "*", "");
      case 7, 8 -> arn("sqs:SendMessage", "arn:aws:sqs:us-east-1:" + account + ":q1");
      case 9 -> arn("sns:Publish", "arn:aws:sns:us-east-1:" + account + ":red");
      case 10 -> arn("dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:" + account + ":table/al");
      case 11 ->
          arn("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:" + account + ":function:f1:red");
      case 12 -> arn("iam:GetPolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess");
      case 13, 14 ->
          arn(
              dice.of("kms:Decrypt", "kms:Encrypt", "kms:ScheduleKeyDeletion", "kms:RetireGrant"),
              "arn:aws:kms:us-east-1:" + account + ":" + KEY);
      case 15 -> arn("kms:CreateAlias", "arn:aws:kms:us-east-1:" + account + ":alias/a1");
      case 16 -> arn(dice.of("kms:ListKeys", "ec2:DescribeInstances"), "*");
      case 17, 18 ->
          arn(
              dice.of("sts:AssumeRole", "sts:AssumeRole", "sts:TagSession", "sts:assumerole"),
              Caller.iam(account, "role/target"));
      default ->
          dice.percent(70)
              ? arn("iam:PassRole", Caller.iam(account, "role/target"))
              : arn(dice.of("sts:GetCallerIdentity", "sts:GetSessionToken"), "*");
    };
  }

  private static Target arn(String action, String resource) {
    return new Target(action, resource, "");
  }

  private static String owner(Dice dice, String account) {
    return dice.percent(85) ? account : "";
  }

  String service() {
    return action.substring(0, action.indexOf(':'));
  }

  boolean isRole() {
    return service().equalsIgnoreCase("sts") && resource.contains(":role/");
  }

  /** Patterns about this action and near it. */
  String actionPattern(Dice dice) {
    String service = service();
    String name = action.substring(service.length() + 1);
    return switch (dice.below(12)) {
      case 0, 1, 2 -> service + ":*";
      case 3, 4 -> action;
      case 5 ->
          dice.of(action.toUpperCase(java.util.Locale.ROOT), service + ":?" + name.substring(1));
      case 6 -> service + ":" + name.substring(0, 3) + "*";
      case 7 -> service + ":*" + name.substring(2);
      case 8 -> "*";
      case 9 -> service + ":" + dice.of(name.substring(0, 3), name + "s", name.substring(1) + "*");
      case 10 -> dice.of("s3:*", "iam:*", "sqs:Send*");
      default -> service + ":*" + name.substring(1, 3) + "*" + name.substring(name.length() - 1);
    };
  }

  /** Patterns about this resource and near it. */
  String resourcePattern(Dice dice) {
    if (resource.equals("*") || dice.percent(25)) {
      return dice.percent(90)
          ? "*"
          : "arn:aws:" + service().toLowerCase(java.util.Locale.ROOT) + ":*";
    }
    List<String> parts = List.of(resource.split(":", 6));
    return switch (dice.below(10)) {
      case 0, 1 -> resource;
      case 2 -> resource.substring(0, resource.length() - 1) + dice.of("*", "?", "??", "");
      case 3 -> cut(dice, parts);
      case 4, 5 -> part(dice, parts);
      case 6 -> resource + dice.of("*", "x", "/*");
      case 7 -> head(parts) + parts.get(5).replaceFirst("[a-z]", dice.of("*", "?", "*?*", "X"));
      default -> head(parts) + variable(dice, parts.get(5));
    };
  }

  private static String head(List<String> parts) {
    return String.join(":", parts.subList(0, 5)) + ":";
  }

  /** An ARN with parts left out. */
  private static String cut(Dice dice, List<String> parts) {
    int count = 3 + dice.below(3);
    return String.join(":", parts.subList(0, count)) + dice.of("", "*", ":*", ":x*", "?*");
  }

  /** An ARN with one part changed. */
  private static String part(Dice dice, List<String> parts) {
    List<String> changed = new java.util.ArrayList<>(parts);
    int at = 1 + dice.below(4);
    String old = parts.get(at);
    String start = old.isEmpty() ? "" : old.substring(0, 1);
    changed.set(
        at, dice.of("*", "", "?", start + "*", "*" + start, old + "*", "us-*-1", "${aws:x}"));
    return String.join(":", changed);
  }

  private static String variable(Dice dice, String last) {
    int slash = last.lastIndexOf('/');
    String path = slash < 0 ? "" : last.substring(0, slash + 1);
    return path + dice.of(Context.variables()) + dice.of("", "", "*", "x");
  }
}
