package awsleuth.iam.diff;

import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is supposed of the keys of policy variables, in lower case.
 *
 * @param known their values; empty for a key that has none that counts for variables: it is absent
 *     or multivalued
 * @param open keys that have one value, whatever it is
 */
record Supposed(Map<String, Optional<String>> known, Set<String> open) {

  static final Supposed NONE = new Supposed(Map.of(), Set.of());

  /** With a key's value, or without one. */
  Supposed with(String key, Optional<String> value) {
    Map<String, Optional<String>> more = new HashMap<>(known);
    more.put(key, value);
    Set<String> less = new HashSet<>(open);
    less.remove(key);
    return new Supposed(Map.copyOf(more), Set.copyOf(less));
  }

  /** With a key that has some value. */
  Supposed withOpen(String key) {
    Set<String> more = new HashSet<>(open);
    more.add(key);
    return new Supposed(known, Set.copyOf(more));
  }

  /** A context that says so, and leaves everything else open. */
  Context context() {
    Map<String, ContextValue> all = new HashMap<>();
    known.forEach((key, value) ->
        all.put(
            key, value.<ContextValue>map(ContextValue.Present::of).orElse(ContextValue.ABSENT)));
    open.forEach(key -> all.put(key, new ContextValue.Unknown(false)));
    return new Context(all, ContextValue.UNKNOWN);
  }
}
