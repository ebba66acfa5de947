package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads statements. */
final class StatementParser {

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final PolicyType type;
  private final List<Fault> faults;
  private final PrincipalParser principals;
  private final ConditionParser conditions;
  private final Placement placement;

  StatementParser(PolicyType type, boolean version2012, List<Fault> faults) {
    this.type = type;
    this.faults = faults;
    this.principals = new PrincipalParser(faults);
    this.conditions = new ConditionParser(version2012, faults);
    this.placement = new Placement(type, faults);
  }

  /** The statement in an object; empty where it has no Effect. */
  Optional<Statement> parse(Node.Members object, int index) {
    Objects.keysOnce(object, faults);
    Objects.onlyKeys(object, ELEMENTS, "a statement", faults);
    Optional<Effect> effect = effect(object);
    Elements actions = elements(object, "Action");
    Elements resources = elements(object, "Resource");
    Principals named = principal(object);
    List<Condition> met = conditions.parse(object.get("Condition"));
    String sid = sid(object);
    if (!actions.present()) {
      add(Code.MISSING_ACTION, "the statement has neither Action nor NotAction", object.at());
    }
    ActionNames.look(actions, faults);
    if (effect.isEmpty()) {
      return Optional.empty();
    }
    Statement statement =
        new Statement(index, sid, effect.get(), named, actions, resources, met, object.at());
    placement.look(statement);
    return Optional.of(statement);
  }

  private Optional<Effect> effect(Node.Members object) {
    Optional<Node> effect = object.get("Effect");
    if (effect.isEmpty()) {
      add(Code.MISSING_EFFECT, "the statement has no Effect", object.at());
      return Optional.empty();
    }
    if (effect.get() instanceof Node.Text t) {
      if (t.value().equals("Allow")) {
        return Optional.of(Effect.ALLOW);
      }
      if (t.value().equals("Deny")) {
        return Optional.of(Effect.DENY);
      }
    }
    add(Code.INVALID_EFFECT, "Effect is neither `Allow` nor `Deny`", effect.get().at());
    return Optional.empty();
  }

  private String sid(Node.Members object) {
    Optional<Node> sid = object.get("Sid");
    if (sid.isEmpty()) {
      return "";
    }
    if (!(sid.get() instanceof Node.Text t)) {
      add(Code.DATA_TYPE_MISMATCH, "Sid is a string, not " + Node.kind(sid.get()), sid.get().at());
      return "";
    }
    boolean plain = t.value().chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    if (!plain && type != PolicyType.RESOURCE && type != PolicyType.VPC_ENDPOINT) {
      add(
          Code.INVALID_SID,
          "the Sid `" + t.value() + "` has other characters than letters and digits",
          t.at());
    }
    return t.value();
  }

  private Elements elements(Node.Members object, String name) {
    Optional<Node> is = object.get(name);
    Optional<Node> not = object.get("Not" + name);
    if (is.isPresent() && not.isPresent()) {
      add(
          Code.UNSUPPORTED_ELEMENT_COMBINATION,
          "the statement has both " + name + " and Not" + name,
          not.get().at());
    }
    if (is.isEmpty() && not.isEmpty()) {
      return Elements.none(object.at());
    }
    Node node = is.orElseGet(not::orElseThrow);
    String element = is.isPresent() ? name : "Not" + name;
    return new Elements(is.isEmpty(), texts(node, element, faults), node.at(), true);
  }

  private Principals principal(Node.Members object) {
    Optional<Node> is = object.get("Principal");
    Optional<Node> not = object.get("NotPrincipal");
    if (is.isPresent() && not.isPresent()) {
      add(
          Code.UNSUPPORTED_ELEMENT_COMBINATION,
          "the statement has both Principal and NotPrincipal",
          not.get().at());
    }
    if (is.isEmpty() && not.isEmpty()) {
      return Principals.none(object.at());
    }
    Node node = is.orElseGet(not::orElseThrow);
    return new Principals(is.isEmpty(), principals.parse(node), node.at(), true);
  }

  /** A string, or a list of strings. */
  static List<Located> texts(Node node, String element, List<Fault> faults) {
    List<Located> values = new ArrayList<>();
    switch (node) {
      case Node.Text t -> values.add(new Located(t.value(), t.at()));
      case Node.Items items -> {
        for (Node each : items.values()) {
          if (each instanceof Node.Text t) {
            values.add(new Located(t.value(), t.at()));
          } else {
            faults.add(
                new Fault(
                    Code.DATA_TYPE_MISMATCH,
                    element + " lists strings, not " + Node.kind(each),
                    each.at()));
          }
        }
        if (items.values().isEmpty()) {
          faults.add(new Fault(Code.EMPTY_LIST, element + " is an empty list", items.at()));
        }
      }
      case Node.Members _, Node.Nothing _ ->
          faults.add(
              new Fault(
                  Code.DATA_TYPE_MISMATCH,
                  element + " is a string or a list of strings, not " + Node.kind(node),
                  node.at()));
    }
    return List.copyOf(values);
  }

  private void add(Code code, String message, Position at) {
    faults.add(new Fault(code, message, at));
  }
}
