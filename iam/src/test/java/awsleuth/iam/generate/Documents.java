package awsleuth.iam.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes policy documents about a request and near it. */
final class Documents {

  /** What a document is attached to. */
  enum Kind {
    IDENTITY,
    RESOURCE,
    TRUST,
    SCP,
    RCP,
    ENDPOINT
  }

  private final Dice dice;
  private final Caller caller;
  private final Target target;

  Documents(Dice dice, Caller caller, Target target) {
    this.dice = dice;
    this.caller = caller;
    this.target = target;
  }

  Map<String, Object> document(Kind kind) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (dice.percent(80)) {
      document.put("Version", dice.percent(85) ? "2012-10-17" : "2008-10-17");
    }
    List<Object> statements = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      statements.add(statement(kind));
    }
    boolean one = statements.size() == 1 && dice.percent(50);
    document.put("Statement", one ? statements.getFirst() : statements);
    return document;
  }

  /** A document that allows everything. */
  static Map<String, Object> everything(Kind kind) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    if (kind == Kind.RESOURCE || kind == Kind.ENDPOINT) {
      statement.put("Principal", "*");
    }
    statement.put("Action", "*");
    statement.put("Resource", "*");
    return Map.of("Version", "2012-10-17", "Statement", statement);
  }

  private Map<String, Object> statement(Kind kind) {
    Map<String, Object> statement = new LinkedHashMap<>();
    boolean deny = kind == Kind.RCP || dice.percent(kind == Kind.IDENTITY ? 15 : 20);
    statement.put("Effect", deny ? "Deny" : "Allow");
    switch (kind) {
      case RESOURCE, TRUST, ENDPOINT -> principal(statement, deny);
      case RCP -> statement.put("Principal", "*");
      case IDENTITY, SCP -> {}
    }
    boolean not = kind != Kind.RCP && dice.percent(10);
    statement.put(not ? "NotAction" : "Action", list(() -> target.actionPattern(dice)));
    if (kind != Kind.TRUST) {
      String element = dice.percent(12) ? "NotResource" : "Resource";
      statement.put(element, list(() -> target.resourcePattern(dice)));
    }
    if (dice.percent(45)) {
      statement.put("Condition", condition());
    }
    return statement;
  }

  private Object list(java.util.function.Supplier<Object> one) {
    if (dice.percent(60)) {
      return one.get();
    }
    List<Object> many = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      many.add(one.get());
    }
    return many;
  }

  private Map<String, Object> condition() {
    Map<String, Map<String, Object>> block = new LinkedHashMap<>();
    for (int i = 1 + dice.below(2); i > 0; i--) {
      String key = Context.key(dice);
      String operator = Context.operator(dice, key);
      List<Object> values = Context.wanted(dice, key, operator);
      boolean one = values.size() == 1 && dice.percent(60);
      block
          .computeIfAbsent(operator, _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
          .put(key, one ? values.getFirst() : values);
    }
    return new LinkedHashMap<>(block);
  }

  private void principal(Map<String, Object> statement, boolean deny) {
    boolean not = dice.percent(deny ? 30 : 2);
    Object value = dice.percent(20) ? "*" : Map.of("AWS", "*");
    if (not || dice.percent(75)) {
      Map<String, List<Object>> map = new LinkedHashMap<>();
      for (int i = 1 + dice.below(3); i > 0; i--) {
        entry(map, not);
      }
      if (dice.percent(4)) {
        map.put("CanonicalUser", List.of("79a59df900b949e55d96a1e698fbaced"));
      }
      value = map;
    }
    statement.put(not ? "NotPrincipal" : "Principal", value);
  }

  private void entry(Map<String, List<Object>> map, boolean not) {
    boolean caller = dice.percent(not ? 80 : 65);
    String kind =
        switch (this.caller.kind()) {
          case SERVICE -> "Service";
          case PROVIDER -> "Federated";
          case USER, SESSION, ROLE, FEDERATED, ROOT, ANONYMOUS -> "AWS";
        };
    if (!caller) {
      kind = dice.of("AWS", "AWS", "AWS", "Service", "Federated");
    }
    Object value =
        switch (kind) {
          case "Service" -> dice.of(Caller.services());
          case "Federated" -> dice.of(Caller.providers());
          default -> caller ? dice.of(names()) : dice.of(others());
        };
    map.computeIfAbsent(kind, _ -> new ArrayList<>()).add(value);
  }

  /** How the caller can be named. */
  private List<String> names() {
    String account = caller.account().isEmpty() ? Caller.A : caller.account();
    List<String> names = new ArrayList<>(List.of(account, Caller.iam(account, "root")));
    if (caller.text().startsWith("arn:")) {
      names.add(caller.text());
      names.add(caller.text());
    }
    if (!caller.roleArn().isEmpty()) {
      names.add(caller.roleArn());
      names.add(Caller.iam(account, "role/r1"));
    }
    names.add(Caller.iam(account, "user/al"));
    return names;
  }

  private static List<String> others() {
    return List.of(
        Caller.B,
        Caller.iam(Caller.B, "root"),
        Caller.iam(Caller.A, "user/*"),
        Caller.iam(Caller.A, "user/AL"),
        Caller.iam(Caller.A, "user/p/al"),
        Caller.iam(Caller.B, "user/al"),
        Caller.iam(Caller.A, "role/r2"),
        "arn:aws:sts::" + Caller.A + ":assumed-role/r1/s2",
        "arn:aws:sts::" + Caller.A + ":assumed-role/r1/*",
        "arn:aws:sts::" + Caller.A + ":federated-user/bo",
        "AIDAEXAMPLE");
  }
}
