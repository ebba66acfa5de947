package awsleuth.iam.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The context of a generated request, and what conditions say about its keys. */
final class Context {

  /** How the values of a key are compared, for the most part. */
  private enum Type {
    TEXT,
    MANY,
    NUMBER,
    DATE,
    BOOL,
    IP,
    ARN,
    BINARY
  }

  private static final Map<String, Type> KEYS =
      Map.ofEntries(
          Map.entry("aws:PrincipalTag/team", Type.TEXT),
          Map.entry("s3:prefix", Type.TEXT),
          Map.entry("aws:SourceVpc", Type.TEXT),
          Map.entry("aws:PrincipalOrgID", Type.TEXT),
          Map.entry("aws:username", Type.TEXT),
          Map.entry("aws:PrincipalAccount", Type.TEXT),
          Map.entry("aws:ResourceAccount", Type.TEXT),
          Map.entry("aws:PrincipalType", Type.TEXT),
          Map.entry("aws:TagKeys", Type.MANY),
          Map.entry("aws:PrincipalOrgPaths", Type.MANY),
          Map.entry("aws:MultiFactorAuthAge", Type.NUMBER),
          Map.entry("aws:CurrentTime", Type.DATE),
          Map.entry("aws:EpochTime", Type.DATE),
          Map.entry("aws:MultiFactorAuthPresent", Type.BOOL),
          Map.entry("aws:SecureTransport", Type.BOOL),
          Map.entry("aws:SourceIp", Type.IP),
          Map.entry("aws:SourceArn", Type.ARN),
          Map.entry("aws:PrincipalArn", Type.ARN),
          Map.entry("kms:Digest", Type.BINARY));

  private static final List<String> NAMES = KEYS.keySet().stream().sorted().toList();

  private Context() {}

  /** A context that gives some of the keys. */
  static Map<String, Object> pick(Dice dice, Caller caller) {
    Map<String, Object> context = new TreeMap<>();
    for (String key : NAMES) {
      boolean derived = key.equals("aws:PrincipalArn") || key.equals("aws:PrincipalAccount");
      if (dice.percent(derived ? 0 : 40)) {
        Type type = KEYS.getOrDefault(key, Type.TEXT);
        context.put(dice.percent(90) ? key : key.toLowerCase(Locale.ROOT), given(dice, type));
      }
    }
    boolean needed = caller.roleArn().contains("/") && caller.kind() == Caller.Kind.SESSION;
    if (needed && dice.percent(80)) {
      context.put(dice.percent(80) ? "aws:PrincipalArn" : "AWS:principalarn", caller.roleArn());
    }
    return context;
  }

  private static Object given(Dice dice, Type type) {
    if (type == Type.MANY || dice.percent(5)) {
      return switch (dice.below(5)) {
        case 0 -> List.of();
        case 1 -> List.of("");
        default -> dice.some(3, values(type));
      };
    }
    if (type == Type.NUMBER && dice.percent(50)) {
      return dice.of(10, 10.0, 9, 3600, -1);
    }
    return type == Type.BOOL && dice.percent(50) ? dice.of(true, false) : dice.of(values(type));
  }

  /** A key in some spelling. */
  static String key(Dice dice) {
    String key = dice.of(NAMES);
    return dice.percent(85) ? key : key.toLowerCase(Locale.ROOT);
  }

  static List<String> variables() {
    return List.of(
        "${aws:username}",
        "${AWS:UserName}",
        "${aws:PrincipalTag/team}",
        "${aws:PrincipalTag/team, 'al'}",
        "${aws:username, 'k1'}",
        "${aws:TagKeys}",
        "${s3:prefix}",
        "${aws:PrincipalAccount}",
        "${aws:PrincipalArn}",
        "${aws:SourceArn}",
        "${*}",
        "${$}{x}",
        "r${*}d",
        "r${?}d");
  }

  /** An operator that suits a key for the most part. */
  static String operator(Dice dice, String key) {
    Type type = type(key);
    String base = dice.of(bases(dice.percent(90) ? type : dice.of(Type.values())));
    if (dice.percent(8)) {
      return "Null";
    }
    int setChance = type == Type.MANY ? 75 : 12;
    String set = dice.percent(setChance) ? dice.of("ForAllValues:", "ForAnyValue:") : "";
    return set + base + (dice.percent(20) ? "IfExists" : "");
  }

  private static Type type(String key) {
    return NAMES.stream()
        .filter(key::equalsIgnoreCase)
        .findFirst()
        .map(KEYS::get)
        .orElse(Type.TEXT);
  }

  private static List<String> bases(Type type) {
    return switch (type) {
      case TEXT, MANY ->
          List.of(
              "StringEquals",
              "StringNotEquals",
              "StringLike",
              "StringNotLike",
              "StringEqualsIgnoreCase",
              "StringNotEqualsIgnoreCase");
      case NUMBER ->
          List.of(
              "NumericEquals",
              "NumericNotEquals",
              "NumericLessThan",
              "NumericLessThanEquals",
              "NumericGreaterThan",
              "NumericGreaterThanEquals");
      case DATE ->
          List.of(
              "DateEquals",
              "DateNotEquals",
              "DateLessThan",
              "DateLessThanEquals",
              "DateGreaterThan",
              "DateGreaterThanEquals");
      case BOOL -> List.of("Bool");
      case IP -> List.of("IpAddress", "NotIpAddress");
      case ARN -> List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "StringLike");
      case BINARY -> List.of("BinaryEquals");
    };
  }

  /** Values of a condition. */
  static List<Object> wanted(Dice dice, String key, String operator) {
    if (operator.equals("Null")) {
      return List.of(dice.of("true", "false", "TRUE", true));
    }
    if (dice.percent(2)) {
      return List.of();
    }
    List<Object> values = new java.util.ArrayList<>();
    for (Object value : dice.some(3, values(type(key)))) {
      values.add(value);
    }
    if (operator.contains("String") || operator.contains("Arn")) {
      values.replaceAll(value -> dice.percent(75) ? value : wild(dice, String.valueOf(value)));
    }
    return values;
  }

  private static String wild(Dice dice, String value) {
    return switch (dice.below(6)) {
      case 0 -> value.isEmpty() ? "?" : value.substring(0, value.length() - 1) + "*";
      case 1 -> value.isEmpty() ? "*" : "?" + value.substring(1);
      case 2 -> "*";
      case 3 -> value.replaceFirst("[0-9]+", "*");
      default -> dice.of(variables());
    };
  }

  private static List<String> values(Type type) {
    return switch (type) {
      case TEXT ->
          List.of(
              "red",
              "Red",
              "blue",
              "",
              "al",
              "vpc-1",
              "o-1",
              "r*d",
              "User",
              "AssumedRole",
              Caller.A,
              Caller.B);
      case MANY -> List.of("a", "b", "c", "A", "", "ab");
      case NUMBER -> List.of("10", "10.0", "9", "+10", "1e1", "-1", "0.5", "3600", "ten", "");
      case DATE ->
          List.of(
              "2026-01-01T00:00:00Z",
              "2026-01-01",
              "2026-01",
              "2026",
              "1767225600",
              "2026-01-01T01:00+01:00",
              "2026-01-01T00:00:00.5Z",
              "2025-12-31T23:59:59Z",
              "0",
              "soon");
      case BOOL -> List.of("true", "false", "TRUE", "False", "banana");
      case IP ->
          List.of(
              "203.0.113.7",
              "203.0.113.0/24",
              "203.0.113.99/24",
              "10.1.2.3",
              "10.0.0.0/8",
              "0.0.0.0/0",
              "2001:db8::1",
              "2001:DB8:0:0:0:0:0:1",
              "2001:db8::/32",
              "::/0",
              "::ffff:203.0.113.7",
              "::ffff:cb00:7107",
              "203.0.113.256",
              "nowhere");
      case ARN ->
          List.of(
              Caller.iam(Caller.A, "user/al"),
              Caller.iam(Caller.A, "role/r1"),
              Caller.iam(Caller.A, "role/p/r1"),
              Caller.iam(Caller.B, "role/r1"),
              Caller.iam(Caller.A, "root"),
              Caller.iam(Caller.A, "*"),
              Caller.iam("*", "role/*"),
              "arn:aws:sns:us-east-1:" + Caller.A + ":t:1",
              "arn:aws:sns:*:" + Caller.A + ":t*",
              "arn:*:iam:::x",
              "arn:aws:iam::" + Caller.A,
              "arn",
              "*");
      case BINARY -> List.of("QUJD", "QUJE", "QUI=", "QUI", "***");
    };
  }
}
