package awsleuth.core.fact;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.core.secret.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parameters that are maps of texts, such as {@code EncryptionContext}, in the shorthand of the AWS
 * CLI: {@code key=value,key=value}.
 */
final class TextMaps {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/@+-]{1,256}");

  private TextMaps() {}

  /** As the program writes them, else as the call's event records them. */
  static void read(Facts facts, Map<String, String> known) {
    Optional<Service> service = facts.catalog().service(facts.call().service());
    service
        .flatMap(s -> s.input(facts.call().operation()))
        .ifPresent(input ->
            input.members().stream()
                .filter(m -> isMap(service.get(), m))
                .forEach(m ->
                    shorthand(facts, m.name()).ifPresent(v -> known.putIfAbsent(m.name(), v))));
  }

  private static boolean isMap(Service service, Shape.Member member) {
    return service.shape(member.shape()).orElse(null) instanceof Shape.MapOf map
        && isText(service, map.key())
        && isText(service, map.value());
  }

  private static boolean isText(Service service, String shape) {
    return service.shape(shape).orElse(null) instanceof Shape.Scalar s && s.type().equals("string");
  }

  private static Optional<String> shorthand(Facts facts, String member) {
    SortedMap<String, String> pairs = written(facts, member);
    if (pairs.isEmpty()) {
      pairs = recorded(facts, member);
    }
    boolean plain =
        pairs.entrySet().stream()
            .allMatch(e ->
                PLAIN.matcher(e.getKey()).matches()
                    && PLAIN.matcher(e.getValue()).matches()
                    && !e.getValue().contains(Secrets.MASK)
                    && !EventParameters.isHidden(e.getValue()));
    return pairs.isEmpty() || !plain
        ? Optional.empty()
        : Optional.of(
            pairs.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",")));
  }

  private static SortedMap<String, String> written(Facts facts, String member) {
    SortedMap<String, String> pairs = new TreeMap<>();
    PyValue value = facts.written().map(w -> w.call().params().get(member)).orElse(null);
    if (value instanceof PyValue.Dict(var entries)) {
      entries.forEach((k, v) -> {
        if (k instanceof PyValue.Str(String key) && v instanceof PyValue.Str(String text)) {
          pairs.put(key, text);
        } else {
          pairs.put("", ""); // which is no plain text, so that none of it is taken
        }
      });
    }
    return pairs;
  }

  private static SortedMap<String, String> recorded(Facts facts, String member) {
    String place =
        "requestParameters." + Character.toLowerCase(member.charAt(0)) + member.substring(1) + ".";
    SortedMap<String, String> pairs = new TreeMap<>();
    facts
        .event()
        .ifPresent(event ->
            event
                .fields()
                .forEach((path, value) -> {
                  if (path.startsWith(place)) {
                    pairs.put(path.substring(place.length()), value);
                  }
                }));
    return pairs;
  }
}
