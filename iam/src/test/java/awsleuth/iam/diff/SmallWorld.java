package awsleuth.iam.diff;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A generated pair of policies, and all requests of a small world about them. */
final class SmallWorld {

  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "s3:GetFoo", "sqs:SendMessage", "iam:ListUsers");
  private static final List<String> ACTION_PATTERNS =
      List.of(
          "s3:GetObject",
          "s3:Get*",
          "s3:*",
          "*",
          "s3:putobject",
          "s3:?utObject",
          "sqs:*",
          "sqs:SendMessage",
          "iam:List*",
          "s3:*Object");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::b/k",
          "arn:aws:s3:::b/al",
          "arn:aws:s3:::b/al/x",
          "arn:aws:s3:::b/bo/x",
          "arn:aws:s3:::c",
          "arn:aws:s3:::b/pub/k*d",
          "arn:aws:sqs:us-east-1:111122223333:q1",
          "arn:aws:sqs:eu-west-1:444455556666:q1:x");
  private static final List<String> RESOURCE_PATTERNS =
      List.of(
          "*",
          "arn:aws:s3:::*",
          "arn:aws:s3:::b/*",
          "arn:aws:s3:::b/k",
          "arn:aws:s3:::b/?",
          "arn:aws:s3:::b/al*",
          "arn:aws:s3:::*/x",
          "arn:aws:s3:::b/${aws:username}/*",
          "arn:aws:s3:::b/${aws:username}",
          "arn:aws:s3:::b/${aws:username, 'bo'}/*",
          "arn:aws:s3:::b/pub/k${*}d",
          "arn:aws:s3*",
          "arn:aws:s?:::c",
          "arn:aws:sqs:us-*-1:*:q*",
          "arn:aws:sqs:*:111122223333:*",
          "arn:aws:sqs:*",
          "arn:*:sqs:*:*:q?");

  private record Key(List<String> values, List<String> operators, List<String> wanted) {}

  private static final List<String> STRINGS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLike",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase");

  private static final Map<String, Key> KEYS = keys();

  private static Map<String, Key> keys() {
    Map<String, Key> keys = new LinkedHashMap<>();
    keys.put(
        "aws:username",
        new Key(
            List.of("-", "al", "bo", "AL", ""),
            STRINGS,
            List.of("al", "a*", "bo", "*", "?l", "${aws:PrincipalTag/t}", "")));
    keys.put(
        "aws:PrincipalTag/t",
        new Key(
            List.of("-", "al", "k", "", "\u212A", "al, k", "[k]"),
            STRINGS,
            List.of(
                "al", "k", "K", "al, k", "[k]", "${aws:username}", "${aws:username, 'k'}", "*l")));
    keys.put(
        "aws:TagKeys",
        new Key(
            List.of("-", "[]", "[]a", "[]b", "[]a,b", "[]a,c", "[]"),
            List.of("StringEquals", "StringNotEquals", "StringLike"),
            List.of("a", "b", "c", "?", "a*")));
    keys.put(
        "aws:SourceIp",
        new Key(
            List.of("-", "10.0.0.1", "10.0.1.1", "11.0.0.1", "2001:db8::1", "~"),
            List.of("IpAddress", "NotIpAddress"),
            List.of("10.0.0.0/8", "10.0.0.0/24", "10.0.0.1", "2001:db8::/32", "0.0.0.0/0")));
    keys.put(
        "aws:MultiFactorAuthAge",
        new Key(
            List.of("-", "9", "10", "10.0", "11", "x"),
            List.of(
                "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericGreaterThanEquals"),
            List.of("10", "11", "9.5", "y")));
    keys.put(
        "aws:CurrentTime",
        new Key(
            List.of("2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "1767225600", "-"),
            List.of("DateLessThan", "DateGreaterThanEquals", "DateEquals", "DateNotEquals"),
            List.of("2026-01-01", "2026-03-01T00:00:00Z", "1780272000")));
    keys.put(
        "aws:MultiFactorAuthPresent",
        new Key(List.of("-", "true", "false"), List.of("Bool"), List.of("true", "false", "TRUE")));
    keys.put(
        "aws:SourceArn",
        new Key(
            List.of("-", "arn:aws:s3:::b", "arn:aws:sns:us-east-1:1:t", "x"),
            List.of("ArnLike", "ArnNotLike", "ArnEquals", "StringLike"),
            List.of("arn:aws:s3:::*", "arn:*:sns:*:*:t", "arn:aws:*", "x", "*")));
    return keys;
  }

  private static Key key(String name) {
    return java.util.Objects.requireNonNull(KEYS.get(name));
  }

  private final SplittableRandom random;
  private final PolicyType type;
  private final List<String> usedKeys;

  SmallWorld(long seed) {
    random = new SplittableRandom(seed);
    type =
        of(List.of(PolicyType.IDENTITY, PolicyType.IDENTITY, PolicyType.SCP, PolicyType.RESOURCE));
    List<String> all = new ArrayList<>(KEYS.keySet());
    usedKeys = List.of(of(all), of(all));
  }

  /** Whether the policies name no principals, so that differences can be looked at one by one. */
  boolean namesNobody() {
    return type != PolicyType.RESOURCE;
  }

  List<Policy> policy(String name) {
    return List.of(read(name, document()));
  }

  private Policy read(String name, String text) {
    return PolicyParser.parse(name, type, text)
        .policy()
        .orElseThrow(() -> new AssertionError(text));
  }

  /** The policy, or one that says the same or nearly so. */
  List<Policy> changed(List<Policy> old) {
    if (random.nextInt(3) == 0) {
      return policy("new.json");
    }
    String text = old.getFirst().text();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> pool = random.nextBoolean() ? RESOURCE_PATTERNS : ACTION_PATTERNS;
      text = text.replace("\"" + of(pool) + "\"", "\"" + of(pool) + "\"");
      Key key = key(of(usedKeys));
      text = text.replace("\"" + of(key.wanted()) + "\"", "\"" + of(key.wanted()) + "\"");
      text = text.replace("\"" + of(key.operators()) + "\"", "\"" + of(key.operators()) + "\"");
    }
    return PolicyParser.parse("new.json", type, text)
        .policy()
        .map(List::of)
        .orElseGet(() -> policy("new.json"));
  }

  private <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String document() {
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      statements.add(statement());
    }
    String version = random.nextInt(8) == 0 ? "2008-10-17" : "2012-10-17";
    return "{\"Version\": \""
        + version
        + "\", \"Statement\": ["
        + String.join(",\n", statements)
        + "]}";
  }

  private String statement() {
    boolean deny = random.nextInt(4) == 0;
    StringBuilder out = new StringBuilder("{\"Effect\": \"" + (deny ? "Deny" : "Allow") + "\"");
    if (type == PolicyType.RESOURCE) {
      out.append(", \"").append(deny && random.nextInt(4) == 0 ? "NotPrincipal" : "Principal");
      out.append("\": ").append(of(PRINCIPALS));
    }
    out.append(", \"").append(random.nextInt(8) == 0 ? "NotAction" : "Action").append("\": ");
    out.append(list(ACTION_PATTERNS));
    out.append(", \"").append(random.nextInt(8) == 0 ? "NotResource" : "Resource").append("\": ");
    out.append(list(RESOURCE_PATTERNS));
    if (random.nextInt(2) == 0) {
      out.append(", \"Condition\": {").append(condition()).append("}");
    }
    return out.append("}").toString();
  }

  private static final List<String> PRINCIPALS =
      List.of(
          "\"*\"",
          "{\"AWS\": \"111122223333\"}",
          "{\"AWS\": \"arn:aws:iam::111122223333:user/al\"}",
          "{\"AWS\": [\"arn:aws:iam::111122223333:role/r\", \"444455556666\"]}",
          "{\"AWS\": \"arn:aws:sts::111122223333:assumed-role/r/s\"}",
          "{\"Service\": \"sns.amazonaws.com\"}",
          // Names that might stand for others, and other partitions.
          "{\"AWS\": \"arn:aws:iam::111122223333:user/anyone\"}",
          "{\"AWS\": \"arn:aws:sts::111122223333:assumed-role/r/session\"}",
          "{\"AWS\": \"arn:aws:iam::111122223333:role/p/r\"}",
          "{\"AWS\": \"arn:aws-cn:iam::111122223333:root\"}",
          "{\"AWS\": [\"arn:aws-cn:iam::111122223333:user/al\","
              + " \"arn:aws:iam::999988887777:root\"]}",
          "{\"AWS\": \"arn:aws:sts::111122223333:federated-user/al\"}",
          "{\"Service\": \"other.amazonaws.com\"}",
          "{\"Federated\": \"idp.example.org\"}");

  private static final List<String> CALLERS =
      List.of(
          "arn:aws:iam::111122223333:user/al",
          "arn:aws:iam::111122223333:user/bo",
          "arn:aws:sts::111122223333:assumed-role/r/s",
          "arn:aws:sts::111122223333:assumed-role/r/t",
          "arn:aws:sts::444455556666:assumed-role/r/s",
          "arn:aws:sts::111122223333:assumed-role/r/session",
          "arn:aws:sts::111122223333:assumed-role/anyone/session",
          "arn:aws:sts::111122223333:federated-user/al",
          "arn:aws:sts::111122223333:federated-user/anyone",
          "arn:aws-cn:sts::111122223333:federated-user/al",
          "arn:aws-cn:iam::111122223333:user/al",
          "arn:aws-us-gov:sts::111122223333:assumed-role/r/s",
          "arn:aws:iam::111122223333:user/anyone",
          "arn:aws:iam::999988887777:user/al",
          "arn:aws:iam::123456789012:user/al",
          "arn:aws-cn:iam::111122223333:root",
          "arn:aws:iam::111122223333:root",
          "sns.amazonaws.com",
          "sqs.amazonaws.com",
          "other.amazonaws.com",
          "idp.example.org",
          "accounts.example.com",
          "*anonymous*");

  /** Conditions about who calls, whose values no request gives. */
  private static final Map<String, Key> OF_PRINCIPAL =
      Map.of(
          "aws:PrincipalArn",
          new Key(
              List.of(),
              List.of("ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "StringEquals"),
              List.of(
                  "arn:aws:iam::111122223333:user/a*",
                  "arn:aws:iam::111122223333:role/r",
                  "arn:aws:iam::111122223333:role/*r",
                  "arn:aws:iam::111122223333:role/p/r",
                  "arn:aws-cn:iam::111122223333:*",
                  "arn:*:iam::*:user/al",
                  "arn:aws:iam::111122223333:root",
                  "arn:aws:sts::111122223333:federated-user/*",
                  "*")),
          "aws:PrincipalAccount",
          new Key(
              List.of(),
              List.of("StringEquals", "StringNotEquals", "StringLike"),
              List.of("111122223333", "444455556666", "123456789012", "*", "anonymous")),
          "aws:PrincipalType",
          new Key(
              List.of(),
              List.of("StringEquals", "StringNotEquals"),
              List.of("User", "AssumedRole", "Account", "FederatedUser", "Anonymous")));

  private String condition() {
    Map<String, String> block = new LinkedHashMap<>();
    if (type == PolicyType.RESOURCE && random.nextInt(2) == 0) {
      String name = of(List.of("aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType"));
      Key key = java.util.Objects.requireNonNull(OF_PRINCIPAL.get(name));
      block.put(of(key.operators()), "{\"" + name + "\": " + list(key.wanted()) + "}");
    }
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      String name = of(usedKeys);
      Key key = key(name);
      if (random.nextInt(8) == 0) {
        block.put("Null", "{\"" + name + "\": \"" + random.nextBoolean() + "\"}");
        continue;
      }
      int sets = name.equals("aws:TagKeys") ? 2 : 9;
      String set = random.nextInt(sets) > 0 ? "" : of(List.of("ForAllValues:", "ForAnyValue:"));
      String ifExists = random.nextInt(4) == 0 ? "IfExists" : "";
      block.put(
          set + of(key.operators()) + ifExists, "{\"" + name + "\": " + list(key.wanted()) + "}");
    }
    return block.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String list(List<String> pool) {
    return random.nextInt(3) > 0
        ? "\"" + of(pool) + "\""
        : "[\"" + of(pool) + "\", \"" + of(pool) + "\"]";
  }

  /** All requests of the world. */
  List<Request> requests(String texts) {
    List<Context> contexts = new ArrayList<>(List.of(Context.EMPTY));
    List<String> keys = new ArrayList<>(usedKeys);
    keys.add("aws:username");
    keys.add("aws:PrincipalTag/t");
    keys.removeIf(k -> !texts.contains(k));
    for (String key : new java.util.LinkedHashSet<>(keys)) {
      List<Context> more = new ArrayList<>();
      for (Context c : contexts) {
        key(key).values().forEach(v -> more.add(c.with(key, value(v))));
      }
      contexts = more;
    }
    List<String> callers =
        type == PolicyType.RESOURCE ? CALLERS : List.of("arn:aws:iam::111122223333:user/x");
    List<Request> all = new ArrayList<>();
    for (String caller : callers) {
      Principal principal = Principal.parse(caller).orElseThrow();
      List<Context> of = new ArrayList<>(contexts);
      if (principal instanceof Principal.RoleSession s && s.role().equals("r")) {
        // The role may have a path, of which the session's ARN says nothing.
        String arn = s.roleArn().replace("role/", "role/p/");
        contexts.forEach(c -> of.add(c.with("aws:PrincipalArn", arn)));
      }
      if (type == PolicyType.RESOURCE) {
        of.replaceAll(c -> real(c, principal));
      }
      for (String action : ACTIONS) {
        for (String resource : RESOURCES) {
          of.forEach(c -> all.add(new Request(principal, action, resource, "", c)));
        }
      }
    }
    return all;
  }

  /** A user's name is what its ARN says, and nobody else has one. */
  private static Context real(Context c, Principal principal) {
    return c.with(
        "aws:username",
        principal instanceof Principal.User u
            ? ContextValue.Present.of(u.name())
            : ContextValue.ABSENT);
  }

  private static ContextValue value(String text) {
    if (text.equals("-")) {
      return ContextValue.ABSENT;
    }
    if (text.startsWith("[]")) {
      String inside = text.substring(2);
      return ContextValue.Present.of(inside.isEmpty() ? List.of() : List.of(inside.split(",")));
    }
    return ContextValue.Present.of(text);
  }
}
