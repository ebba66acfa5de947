package awsleuth.boto.call;

import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A name in a chain such as {@code s3.Bucket('b').objects.filter(Prefix='p')}, with the arguments
 * of its call.
 *
 * @param called whether brackets follow
 * @param placed the arguments without a name; {@link GivenCall#UNKNOWN} where one is no literal
 * @param named the arguments with a name
 * @param partly those that are known in part
 * @param unread the arguments that are no literals, those without a name included
 * @param at where the brackets open, in characters
 * @param spans where its arguments stand, in their order
 * @param close where the brackets close
 */
record PythonLink(
    String name,
    boolean called,
    List<PyValue> placed,
    Dict named,
    Dict partly,
    List<Unread> unread,
    int at,
    List<Span> spans,
    int close) {

  /**
   * Where an argument stands.
   *
   * @param name empty where it has none, {@code **} where it spreads a dict
   * @param from in characters
   * @param value where its value begins
   * @param to where it has ended
   */
  record Span(String name, int from, int value, int to) {}

  /** An argument by its name or by its place, from 0; empty if it is not given. */
  Optional<PyValue> argument(int place, String name) {
    PyValue value = named.entries().get(new Str(name));
    if (value == null && unread.stream().anyMatch(u -> u.name().equals(name))) {
      return Optional.of(GivenCall.UNKNOWN);
    }
    return value != null
        ? Optional.of(value)
        : place < placed.size() ? Optional.of(placed.get(place)) : Optional.empty();
  }

  /** A text by its name or by its place; empty where it is not given or not known. */
  Optional<String> text(int place, String name) {
    return argument(place, name)
        .filter(v -> v instanceof Str && !v.equals(GivenCall.UNKNOWN))
        .map(v -> ((Str) v).value());
  }

  /** The arguments with a name but for some. */
  Dict without(String... names) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(named.entries());
    for (String name : names) {
      all.remove(new Str(name));
    }
    return new Dict(all);
  }

  /** What could not be read but for arguments of some names. */
  List<Unread> unreadWithout(String... names) {
    return unread.stream().filter(u -> !List.of(names).contains(u.name())).toList();
  }
}
