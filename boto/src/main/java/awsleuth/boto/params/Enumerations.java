package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue.Str;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of enumerations, which botocore does not check and the service does. */
final class Enumerations {

  private static final int NEAREST = 3;

  /** Values that are all shown; of more the first. */
  static final int FEW = 12;

  private static final int FIRST = 6;

  private static final Set<String> YES = Set.of("true", "enabled", "enable", "yes", "on");
  private static final Set<String> NO = Set.of("false", "disabled", "disable", "no", "off");

  /** Values whose meaning is looked for; of more it is only said that they are none. */
  private static final int MOST_LOOKED_FOR = 300;

  private record Asked(String value, List<String> values) {}

  /**
   * What may be meant by a value.
   *
   * @param same the value that differs in case or signs alone
   * @param near others that are near, the best first
   */
  private record Meant(Optional<String> same, List<String> near) {}

  private final AwsCatalog catalog;
  private final List<Advice> advice;
  private final Map<Asked, Meant> found = new HashMap<>();

  Enumerations(AwsCatalog catalog, List<Advice> advice) {
    this.catalog = catalog;
    this.advice = advice;
  }

  /** The value that is meant by one that is none of the enumeration's. */
  Str of(Str given, List<String> values, Place place) {
    Meant meant = meant(given.value(), values);
    Optional<String> same = meant.same();
    if (same.isPresent()) {
      refused(place, "`" + given.value() + "` is written `" + same.get() + "`");
      changed(place, "written as the model has it: `" + same.get() + "`");
      return new Str(same.get());
    }
    List<String> near = meant.near();
    String of = near.isEmpty() ? listed(values) : "; near it: " + String.join(", ", near);
    refused(
        place,
        "`%s` is none of the %d values in the model of botocore %s%s"
            .formatted(
                ScalarCorrection.shortened(given.value()), values.size(), catalog.version(), of));
    return near.isEmpty() ? given : nearest(near, place);
  }

  private Meant meant(String given, List<String> values) {
    Asked asked = new Asked(given, values);
    Meant known = found.get(asked);
    if (known != null || found.size() >= MOST_LOOKED_FOR) {
      return known == null ? new Meant(Optional.empty(), List.of()) : known;
    }
    Optional<String> same = same(given, values);
    List<String> near =
        same.isPresent()
            ? List.of()
            : catalog.nearest(given, values, NEAREST).stream()
                .sorted(Comparator.comparing(v -> !v.startsWith(given)))
                .toList();
    Meant meant = new Meant(same, near);
    found.put(asked, meant);
    return meant;
  }

  /** The value that is meant by True or False; empty where the enumeration has none for it. */
  Optional<Str> truth(boolean given, List<String> values, Place place) {
    List<String> meant =
        values.stream()
            .filter(v -> (given ? YES : NO).contains(v.toLowerCase(Locale.ROOT)))
            .toList();
    if (meant.size() != 1) {
      advice.add(
          new Advice(
              place,
              Advice.Kind.MEANT,
              "one of the %d values is wanted%s".formatted(values.size(), listed(values))));
      return Optional.empty();
    }
    changed(
        place, "a text is wanted: `" + meant.getFirst() + "` for " + (given ? "True" : "False"));
    return Optional.of(new Str(meant.getFirst()));
  }

  private static String listed(List<String> values) {
    return values.size() <= FEW
        ? ": " + String.join(", ", values)
        : ", such as " + String.join(", ", values.subList(0, FIRST));
  }

  /** The value that differs in case or in the signs between words alone; empty if several do. */
  private static Optional<String> same(String value, List<String> values) {
    List<String> same = values.stream().filter(value::equalsIgnoreCase).toList();
    if (same.isEmpty()) {
      same = values.stream().filter(v -> letters(v).equals(letters(value))).toList();
    }
    return same.size() == 1 || (!same.isEmpty() && value.equalsIgnoreCase(same.getFirst()))
        ? Optional.of(same.getFirst())
        : Optional.empty();
  }

  private static String letters(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The nearest value, as a choice where others are near too. */
  private Str nearest(List<String> near, Place place) {
    String text = "`" + near.getFirst() + "` is put in, ";
    if (near.size() == 1) {
      changed(place, text + "the only value near it");
    } else {
      String others = String.join(", ", near.subList(1, near.size()));
      advice.add(new Advice(place, Advice.Kind.CHOSEN, text + "or choose " + others));
    }
    return new Str(near.getFirst());
  }

  private void refused(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.REFUSED_BY_SERVICE, text));
  }

  private void changed(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.CHANGED, text));
  }
}
