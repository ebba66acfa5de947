package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue.Dict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives parameters of wrong names those that they are called by. */
final class Renaming {

  private final ParameterNames names;
  private final Set<String> unread;
  private final List<Advice> advice;
  private final Map<String, String> renamed = new LinkedHashMap<>();

  /**
   * For one call.
   *
   * @param unread the call's own parameters whose values are not known; those that are found to be
   *     called otherwise are added by their right names
   * @param advice where to tell what was found
   */
  Renaming(ParameterNames names, Set<String> unread, List<Advice> advice) {
    this.names = names;
    this.unread = unread;
    this.advice = advice;
  }

  /** What the parameters are called whose values are not known, by their wrong names. */
  Map<String, String> renamed() {
    return Map.copyOf(renamed);
  }

  /** Finds the names of parameters whose values are not known. */
  void ofUnread(Dict params, Shape.Structure input, Shapes.Known known) {
    for (String name : new LinkedHashSet<>(unread)) {
      if (!name.isEmpty() && !known.members().containsKey(name)) {
        Shape.Member member = member(name, params, input, known, new Place.Root());
        if (member != null) {
          renamed.put(name, member.name());
          unread.add(member.name());
        }
      }
    }
  }

  /** The member that a name is meant for; null, and said so, where there is not one. */
  Shape.@Nullable Member member(
      String name, Dict dict, Shape.Structure shape, Shapes.Known known, Place place) {
    List<String> free =
        known.members().keySet().stream()
            .filter(m -> !dict.has(m))
            .filter(m -> !(place instanceof Place.Root && unread.contains(m)))
            .toList();
    Place at = new Place.Member(place, name);
    List<String> near = names.near(name, free, shape);
    if (near.size() == 1 && !name.isEmpty()) {
      String text = "`" + name + "` is called `" + near.getFirst() + "`";
      advice.add(new Advice(at, Advice.Kind.CHANGED, text));
      return known.members().get(near.getFirst());
    }
    advice.add(new Advice(at, Advice.Kind.MEANT, names.said(name, near, shape, place)));
    return null;
  }
}
