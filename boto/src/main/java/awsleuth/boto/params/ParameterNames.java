package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what a parameter is called that was given by another name. */
record ParameterNames(AwsCatalog catalog, NewerModel newer) {

  private static final int NEAREST = 3;

  /**
   * The members that a name may stand for, best first: the one that differs in case and signs
   * alone, else near ones, else the required one whose last words it is.
   *
   * @param free members that are not given
   */
  List<String> near(String name, List<String> free, Shape.Structure shape) {
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
