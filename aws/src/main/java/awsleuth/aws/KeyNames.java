package awsleuth.aws;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds condition keys by the names that policies give them. */
final class KeyNames {

  private KeyNames() {}

  /**
   * The key of that name; of several with a free part the one with most letters of its own: {@code
   * events:Metadata/x/Matcher} is not a tag of {@code events:Metadata/${Key}}.
   */
  static Optional<ConditionKey> find(Collection<ConditionKey> keys, String name) {
    return keys.stream()
        .filter(k -> k.isNamed(name))
        .max(Comparator.comparingInt(k -> own(k, name)));
  }

  private static int own(ConditionKey key, String name) {
    return key.name().equalsIgnoreCase(name)
        ? Integer.MAX_VALUE
        : Wildcards.shortest(Wildcards.ofTemplate(key.name()));
  }
}
