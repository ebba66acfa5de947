package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a parameter is called that was given by another name. */
final class ParameterNames {

  private static final int NEAREST = 3;

  /** Names whose meaning is looked for; of more it is only said that they are none. */
  private static final int MOST_LOOKED_FOR = 300;

  private record Asked(String name, String shape, List<String> free) {}

  private final AwsCatalog catalog;
  private final NewerModel newer;
  private final Map<Asked, List<String>> found = new HashMap<>();

  ParameterNames(AwsCatalog catalog, NewerModel newer) {
    this.catalog = catalog;
    this.newer = newer;
  }

  /**
   * The members that a name may stand for, best first: the one that differs in case and signs
   * alone, else near ones, else the required one whose last words it is. None where too many names
   * were asked for.
   *
   * @param free members that are not given
   */
  List<String> near(String name, List<String> free, Shape.Structure shape) {
    Asked asked = new Asked(name, shape.name(), free);
    List<String> known = found.get(asked);
    if (known != null || found.size() >= MOST_LOOKED_FOR) {
      return known == null ? List.of() : known;
    }
    List<String> near = search(name, free, shape);
    found.put(asked, near);
    return near;
  }

  /** The nearest of some names; empty where none is near. */
  Optional<String> nearest(String name, List<String> among) {
    return catalog.nearest(name, among, 1).stream().findFirst();
  }

  private List<String> search(String name, List<String> free, Shape.Structure shape) {
    List<String> same = free.stream().filter(m -> folded(m).equals(folded(name))).toList();
    if (!same.isEmpty()) {
      return List.of(same.getFirst());
    }
    List<String> near = catalog.nearest(name, free, NEAREST);
    return near.isEmpty() ? lastWords(name, free, shape) : near;
  }

  /** The missing required members whose last words the name is, as Body is of MessageBody. */
  private static List<String> lastWords(String name, List<String> free, Shape.Structure shape) {
    boolean word = name.length() > 2 && Character.isUpperCase(name.charAt(0));
    Set<String> required = Set.copyOf(shape.requiredMembers());
    return free.stream().filter(m -> word && m.endsWith(name) && required.contains(m)).toList();
  }

  /** What is said of a name that stands for no member, or for several. */
  String said(String name, List<String> near, Shape.Structure shape, Place place) {
    String hint = newer.hint(place, name);
    if (!hint.isEmpty()) {
      return hint;
    }
    if (near.isEmpty() && found.size() >= MOST_LOOKED_FOR) {
      return "`" + shape.name() + "` has no parameter of this name";
    }
    return near.isEmpty()
        ? "no parameter of `" + shape.name() + "` has a name near `" + name + "`"
        : "near `" + name + "`: " + String.join(", ", near);
  }

  private static String folded(String name) {
    StringBuilder out = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }
}
