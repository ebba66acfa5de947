package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From lines of fields to what they say of an IAM service; the generator writes them.
 *
 * <p>An action: name; traits, of which the first letter is the level, {@code k} says that dependent
 * actions are known and {@code o} that it is permission-only; dependent actions; keys; then for
 * each resource type {@code r} or {@code o} (required, optional) before its name, and the keys on
 * it. A resource type: name, ARNs, keys. A condition key: name, type.
 */
final class IamLines {

  private IamLines() {}

  static IamAction action(String prefix, List<String> line) {
    String traits = line.get(1);
    boolean known = traits.indexOf('k') > 0;
    List<IamAction.Target> targets = new ArrayList<>();
    for (int i = 4; i + 1 < line.size(); i += 2) {
      String type = line.get(i);
      targets.add(
          new IamAction.Target(
              type.substring(1), type.charAt(0) == 'r', Fields.words(line.get(i + 1))));
    }
    return new IamAction(
        prefix,
        line.getFirst(),
        level(traits.charAt(0)),
        List.copyOf(targets),
        List.copyOf(Fields.words(line.get(3))),
        known ? Optional.of(List.copyOf(Fields.words(line.get(2)))) : Optional.empty(),
        known ? Optional.of(traits.indexOf('o') > 0) : Optional.empty());
  }

  private static IamAction.Level level(char letter) {
    return switch (letter) {
      case 'l' -> IamAction.Level.LIST;
      case 'r' -> IamAction.Level.READ;
      case 'w' -> IamAction.Level.WRITE;
      case 't' -> IamAction.Level.TAGGING;
      case 'p' -> IamAction.Level.PERMISSIONS_MANAGEMENT;
      default -> throw new IllegalArgumentException("no such level: " + letter);
    };
  }

  static ResourceType resourceType(List<String> line) {
    return new ResourceType(
        line.getFirst(),
        List.copyOf(Fields.words(line.get(1))),
        List.copyOf(Fields.words(line.get(2))));
  }

  static ConditionKey key(String name, String type, KeyPresence presence) {
    boolean multivalued = type.startsWith("ArrayOf");
    ConditionKey.Type of =
        switch (multivalued ? type.substring("ArrayOf".length()) : type) {
          case "String" -> ConditionKey.Type.STRING;
          case "ARN" -> ConditionKey.Type.ARN;
          case "Bool" -> ConditionKey.Type.BOOL;
          case "Numeric" -> ConditionKey.Type.NUMERIC;
          case "Date" -> ConditionKey.Type.DATE;
          case "IPAddress" -> ConditionKey.Type.IP_ADDRESS;
          default -> ConditionKey.Type.UNKNOWN;
        };
    return new ConditionKey(name, of, multivalued, presence);
  }
}
