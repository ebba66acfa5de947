package awsleuth.core.written;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Literal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object within an event as JSON again; CloudTrail has the policies of buckets so. */
public final class NestedText {

  private NestedText() {}

  /** A member that has others: by name, or by place in a list. */
  private record Branch(Map<String, Object> members) {

    Branch() {
      this(new TreeMap<>(NestedText::inOrder));
    }

    boolean isList() {
      return members.keySet().stream().allMatch(NestedText::isIndex);
    }
  }

  /**
   * The object at a path; empty where the event has none, or where a name in it may have dots, as
   * those of condition keys of identity providers do, since paths do not tell them apart.
   */
  public static Optional<String> of(TrailEvent event, String path) {
    Branch root = new Branch();
    for (Map.Entry<String, String> e : event.fields().entrySet()) {
      if (e.getKey().startsWith(path + ".")) {
        String[] parts = e.getKey().substring(path.length() + 1).split("\\.", -1);
        if (!put(root, parts, e.getValue())) {
          return Optional.empty();
        }
      }
    }
    return root.members().isEmpty() ? Optional.empty() : Optional.of(text(root));
  }

  private static boolean put(Branch root, String[] parts, String value) {
    Branch at = root;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].startsWith("com/") || parts[i].startsWith("com:")) {
        return false;
      }
      if (i == parts.length - 1) {
        at.members().put(parts[i], value);
      } else if (at.members().computeIfAbsent(parts[i], _ -> new Branch()) instanceof Branch b) {
        at = b;
      } else {
        return false;
      }
    }
    return true;
  }

  private static String text(Branch branch) {
    boolean list = branch.isList();
    StringBuilder out = new StringBuilder(list ? "[" : "{");
    branch
        .members()
        .forEach((name, value) -> {
          out.append(out.length() > 1 ? "," : "");
          out.append(list ? "" : Literal.json(name) + ":");
          out.append(value instanceof Branch b ? text(b) : Literal.json((String) value));
        });
    return out.append(list ? ']' : '}').toString();
  }

  private static boolean isIndex(String name) {
    return name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int inOrder(String one, String other) {
    return isIndex(one) && isIndex(other)
        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
        : one.compareTo(other);
  }
}
