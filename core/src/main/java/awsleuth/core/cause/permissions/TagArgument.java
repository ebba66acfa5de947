package awsleuth.core.cause.permissions;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The argument by which a call sends a tag, beside the tags that it has already.
 *
 * @param name the parameter
 * @param key the member of a tag that is its key; empty where the tags are a dict
 * @param value the member that is its value
 */
record TagArgument(String name, String key, String value) {

  /** Stands for tags of the call that are not known. */
  static final String OTHERS = "<the other tags>";

  /**
   * {@code Tags=[{"Key": "Team", "Value": "tides"}]}; with a placeholder where the call's own tags
   * are not known, and empty where the operation takes none in this form.
   */
  static Optional<String> of(Facts facts, String tag, String wanted) {
    Optional<Service> service = facts.catalog().service(facts.call().service());
    return service
        .flatMap(s -> s.input(facts.call().operation()).flatMap(i -> in(s, i)))
        .map(argument -> argument.with(facts, tag, wanted))
        .or(() -> specification(facts, tag, wanted));
  }

  /** EC2's way: the tags of each kind of thing that a call makes. */
  private static Optional<String> specification(Facts facts, String tag, String wanted) {
    String[] arn = Access.of(facts).resource().split(":", 6);
    int slash = arn.length < 6 ? -1 : arn[5].indexOf('/');
    boolean takes =
        facts
            .catalog()
            .service(facts.call().service())
            .flatMap(s -> s.input(facts.call().operation()))
            .flatMap(i -> i.member("TagSpecifications"))
            .isPresent();
    return takes && slash > 0
        ? Optional.of(
            "TagSpecifications=[%s{\"ResourceType\": %s, \"Tags\": [%s{\"Key\": %s, \"Value\": %s}]}]"
                .formatted(
                    ofOthers(facts, arn[5].substring(0, slash)).orElse(""),
                    Literal.python(arn[5].substring(0, slash)),
                    isUntagged(facts, arn[5].substring(0, slash)) ? "" : "*" + OTHERS + ", ",
                    Literal.python(tag),
                    Literal.python(wanted)))
        : Optional.empty();
  }

  /** Whether the call as written gives that type of resource no tags. */
  private static boolean isUntagged(Facts facts, String type) {
    boolean none =
        facts
            .written()
            .filter(w -> w.call().unread().isEmpty())
            .filter(w -> !w.call().params().has("TagSpecifications"))
            .isPresent();
    return none || ofOthers(facts, type).isPresent();
  }

  /**
   * The specifications of the call for other types of resources, each with a comma; empty where one
   * is for this type or is not known.
   */
  private static Optional<String> ofOthers(Facts facts, String type) {
    Optional<PyValue> given =
        facts
            .written()
            .filter(w -> w.call().unread().isEmpty())
            .flatMap(w -> Optional.ofNullable(w.call().params().get("TagSpecifications")));
    if (!(given.orElse(null) instanceof PyValue.PyList(List<PyValue> items))) {
      return Optional.empty();
    }
    StringBuilder others = new StringBuilder();
    for (PyValue item : items) {
      Optional<String> text = python(item);
      if (text.isEmpty()
          || !(item instanceof PyValue.Dict d)
          || !(d.get("ResourceType") instanceof PyValue.Str(String of))
          || of.equals(type)) {
        return Optional.empty();
      }
      others.append(text.get()).append(", ");
    }
    return others.isEmpty() ? Optional.empty() : Optional.of(others.toString());
  }

  /** As Python writes it; empty where it is not of texts alone. */
  private static Optional<String> python(PyValue value) {
    if (value instanceof PyValue.Str(String text)) {
      return Optional.of(Literal.python(text));
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof PyValue.PyList(List<PyValue> items)) {
      items.forEach(i -> python(i).ifPresent(parts::add));
      return parts.size() == items.size()
          ? Optional.of("[" + String.join(", ", parts) + "]")
          : Optional.empty();
    }
    if (!(value instanceof PyValue.Dict d)) {
      return Optional.empty();
    }
    d.entries()
        .forEach((k, v) ->
            python(k).flatMap(n -> python(v).map(t -> n + ": " + t)).ifPresent(parts::add));
    return parts.size() == d.entries().size()
        ? Optional.of("{" + String.join(", ", parts) + "}")
        : Optional.empty();
  }

  private static Optional<TagArgument> in(Service service, Shape.Structure input) {
    return input.members().stream()
        .filter(m -> m.name().equalsIgnoreCase("tags"))
        .findFirst()
        .flatMap(m -> service.shape(m.shape()).flatMap(s -> in(service, m.name(), s)));
  }

  private static Optional<TagArgument> in(Service service, String name, Shape shape) {
    return switch (shape) {
      case Shape.MapOf _ -> Optional.of(new TagArgument(name, "", ""));
      case Shape.ListOf list -> service.shape(list.element()).flatMap(e -> pair(name, e));
      case Shape.Structure _, Shape.Scalar _ -> Optional.empty();
    };
  }

  private static Optional<TagArgument> pair(String name, Shape element) {
    if (!(element instanceof Shape.Structure tag)) {
      return Optional.empty();
    }
    Optional<String> key = member(tag, "key").or(() -> member(tag, "tagkey"));
    Optional<String> value = member(tag, "value").or(() -> member(tag, "tagvalue"));
    return key.flatMap(k -> value.map(v -> new TagArgument(name, k, v)));
  }

  private static Optional<String> member(Shape.Structure tag, String lower) {
    return tag.members().stream()
        .map(Shape.Member::name)
        .filter(lower::equalsIgnoreCase)
        .findFirst();
  }

  private String with(Facts facts, String tag, String wanted) {
    List<String> tags = new ArrayList<>(others(facts, tag));
    tags.add(one(tag, wanted));
    String all = String.join(", ", tags);
    return name + "=" + (key.isEmpty() ? "{" + all + "}" : "[" + all + "]");
  }

  private String one(String tag, String text) {
    return key.isEmpty()
        ? Literal.python(tag) + ": " + Literal.python(text)
        : "{%s: %s, %s: %s}"
            .formatted(
                Literal.python(key),
                Literal.python(tag),
                Literal.python(value),
                Literal.python(text));
  }

  /** The tags that the call has, the wanted one apart. */
  private List<String> others(Facts facts, String tag) {
    Optional<GivenCall> call = facts.written().map(GivenParameters::call);
    boolean hidden =
        call.isEmpty()
            || call.get().unread().stream()
                .anyMatch(u -> u.name().isEmpty() || u.name().equals(name));
    if (hidden) {
      return List.of(unknown());
    }
    PyValue given = call.get().params().get(name);
    if (given == null) {
      return List.of();
    }
    List<String> others = new ArrayList<>();
    pairs(given)
        .ifPresentOrElse(
            all ->
                all.stream()
                    .filter(p -> !p.key().equals(tag))
                    .forEach(p -> others.add(one(p.key(), p.text()))),
            () -> others.add(unknown()));
    return List.copyOf(others);
  }

  private String unknown() {
    return key.isEmpty() ? "**" + OTHERS : "*" + OTHERS;
  }

  private record Pair(String key, String text) {}

  /** The tags of a literal; empty where it is none of tags. */
  private Optional<List<Pair>> pairs(PyValue given) {
    List<Pair> pairs = new ArrayList<>();
    if (given instanceof PyValue.Dict d && key.isEmpty()) {
      d.entries().forEach((k, v) -> add(k, v, pairs));
      return pairs.size() == d.entries().size() ? Optional.of(pairs) : Optional.empty();
    }
    if (!(given instanceof PyValue.PyList(List<PyValue> items))) {
      return Optional.empty();
    }
    for (PyValue item : items) {
      if (item instanceof PyValue.Dict d) {
        add(d.get(key), d.get(value), pairs);
      }
    }
    return pairs.size() == items.size() ? Optional.of(pairs) : Optional.empty();
  }

  private static void add(@Nullable PyValue key, @Nullable PyValue value, List<Pair> pairs) {
    if (key instanceof PyValue.Str(String k) && value instanceof PyValue.Str(String v)) {
      pairs.add(new Pair(k, v));
    }
  }
}
