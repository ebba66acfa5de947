package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Condition blocks. */
final class ConditionParser {

  private final boolean version2012;
  private final List<Fault> faults;

  ConditionParser(boolean version2012, List<Fault> faults) {
    this.version2012 = version2012;
    this.faults = faults;
  }

  List<Condition> parse(Optional<Node> block) {
    List<Condition> conditions = new ArrayList<>();
    if (block.isEmpty()) {
      return List.of();
    }
    if (!(block.get() instanceof Node.Members operators)) {
      faults.add(
          new Fault(
              Code.DATA_TYPE_MISMATCH,
              "Condition is an object, not " + Node.kind(block.get()),
              block.get().at()));
      return List.of();
    }
    Objects.keysOnce(operators, faults);
    for (Node.Member m : operators.members()) {
      operator(m).ifPresent(operator -> keys(operator, m.value(), conditions));
    }
    return List.copyOf(conditions);
  }

  private Optional<Operator> operator(Node.Member member) {
    String text = member.key().value();
    Optional<Operator> operator = Operator.of(text);
    if (operator.isEmpty()) {
      boolean nullIfExists = text.equalsIgnoreCase("NullIfExists");
      faults.add(
          new Fault(
              nullIfExists ? Code.NULL_WITH_IF_EXISTS : Code.INVALID_CONDITION_OPERATOR,
              nullIfExists
                  ? "Null takes no IfExists"
                  : "`" + text + "` is no condition operator" + Nearest.operator(text),
              member.key().at()));
    }
    return operator;
  }

  private void keys(Operator operator, Node node, List<Condition> conditions) {
    if (!(node instanceof Node.Members keys)) {
      faults.add(
          new Fault(
              Code.DATA_TYPE_MISMATCH,
              operator + " holds an object of condition keys, not " + Node.kind(node),
              node.at()));
      return;
    }
    if (keys.members().isEmpty()) {
      faults.add(
          new Fault(
              Code.EMPTY_OBJECT,
              operator + " holds no condition key, so it does nothing",
              node.at()));
    }
    Objects.keysOnce(keys, faults);
    Objects.keysOnceInAnyCase(keys, faults);
    for (Node.Member m : keys.members()) {
      List<Located> values = StatementParser.texts(m.value(), m.key().value(), faults);
      Position key = m.key().at();
      Position at = new Position(key.line(), key.column(), key.start(), m.value().at().end());
      Condition condition = new Condition(operator, m.key(), values, at);
      ConditionValues.look(condition, version2012, faults);
      conditions.add(condition);
    }
  }
}
