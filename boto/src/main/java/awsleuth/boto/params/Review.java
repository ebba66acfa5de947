package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PartlyKnown;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All that is to be said of the parameters of a call.
 *
 * @param validation what botocore's validator says
 * @param refusal what a call of the client ends in before anything is sent; empty if it is sent
 * @param advice what botocore does not say
 * @param corrected the parameters with what can be corrected; the given ones where nothing can
 * @param placeholders the places of {@code <Name>} in the corrected parameters, where a value has
 *     to be put in
 * @param valid whether botocore accepts the corrected parameters, placeholders included
 * @param renamed what parameters are called whose values are not known, by the wrong names that
 *     they have
 * @param dumped what {@code json.dumps} makes texts of, as it was given
 * @param partly the parameters that are known in part, as far as they are corrected, with {@link
 *     GivenCall#UNKNOWN} where they are not known
 * @param sensitive the places of values in the corrected parameters that AWS asks not to show
 * @param withheld the places of refused values that {@link Hidden#text} masks
 */
public record Review(
    Validation validation,
    Optional<Raised> refusal,
    List<Advice> advice,
    Dict corrected,
    List<Place> placeholders,
    boolean valid,
    Map<String, String> renamed,
    Map<Place, PyValue> dumped,
    Map<String, PyValue> partly,
    Set<Place> sensitive,
    Set<Place> withheld) {

  /**
   * Whether botocore refuses the call, the model says that the service does, or it is sent
   * otherwise than it is meant, so that something is corrected.
   */
  public boolean wrong() {
    return refusal.isPresent()
        || !validation.ok()
        || refusedByService()
        || advice.stream().anyMatch(a -> a.kind() == Advice.Kind.CHANGED);
  }

  /** Whether the model says that the service refuses the call. */
  public boolean refusedByService() {
    return advice.stream().anyMatch(a -> a.kind() == Advice.Kind.REFUSED_BY_SERVICE);
  }

  /** The corrected parameters, without the values that AWS asks not to show. */
  public Dict shown() {
    return Hidden.of(corrected, sensitive);
  }

  /**
   * The corrected call in Python with {@code json.dumps} around what was given as a dict or a list.
   *
   * @param call the call with the texts that it makes
   */
  public String dumping(String call) {
    String text = call;
    for (Map.Entry<Place, PyValue> e : dumped.entrySet()) {
      String name = name(e.getKey());
      String masked = "<" + name + ">";
      boolean hidden = sensitive.contains(e.getKey());
      String repr = PythonText.repr(new Str(hidden ? masked : JsonText.line(e.getValue())));
      String made = "json.dumps(" + (hidden ? masked : PythonText.repr(e.getValue())) + ")";
      text =
          text.replace(name + "=" + repr, name + "=" + made)
              .replace("'" + name + "': " + repr, "'" + name + "': " + made);
    }
    return text;
  }

  /** The word before a value in Python. */
  private static String name(Place place) {
    return switch (place) {
      case Place.Member m -> m.name();
      case Place.Entry e -> PythonText.str(e.key());
      case Place.Root _, Place.Item _, Place.Key _, Place.InDocument _ -> "";
    };
  }

  private boolean isDumped(String parameter) {
    return dumped.containsKey(new Place.Member(new Place.Root(), parameter));
  }

  /**
   * The corrected parameters in the Python that was given; empty where it has no place for them.
   */
  public Optional<String> in(GivenCall given) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, PyValue> e : partly.entrySet()) {
      Optional<String> text = text(given, e.getKey(), e.getValue());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.put(e.getKey(), text.get());
    }
    return given
        .written()
        .with(open(given.params(), true), open(shown(), false), texts)
        .map(this::dumping);
  }

  /** The expression of a parameter that is known in part, corrected. */
  private Optional<String> text(GivenCall given, String name, PyValue corrected) {
    Optional<String> expression = given.written().expression(name);
    if (isSensitive(name)) {
      String masked = "<" + name + ">";
      return expression.map(
          _ -> isDumped(name) ? "json.dumps(" + masked + ")" : PythonText.repr(new Str(masked)));
    }
    return isDumped(name)
        ? expression.map(e -> "json.dumps(" + e + ")")
        : expression.flatMap(e -> PartlyKnown.with(e, dumping(PythonText.repr(corrected))));
  }

  /** Whether a parameter is, or has in it, what AWS asks not to show. */
  public boolean isSensitive(String parameter) {
    return sensitive.stream().anyMatch(p -> isIn(p, parameter));
  }

  private static boolean isIn(Place place, String parameter) {
    String path = place.path();
    return path.equals(parameter)
        || path.startsWith(parameter + ".")
        || path.startsWith(parameter + "[");
  }

  /** Parameters with those whose names are wrong and whose values are not known. */
  private Dict open(Dict params, boolean wrong) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(params.entries());
    renamed.forEach((w, r) -> all.put(new Str(wrong ? w : r), GivenCall.UNKNOWN));
    return new Dict(all);
  }

  /** Whether the corrected parameters can be sent as they are {@link #shown}. */
  public boolean complete() {
    return valid
        && placeholders.isEmpty()
        && corrected.equals(shown())
        && partly.keySet().stream().noneMatch(this::isSensitive)
        && advice.stream().noneMatch(a -> a.kind() == Advice.Kind.CHOSEN)
        && IntStream.range(0, advice.size()).noneMatch(this::remains);
  }

  /** Whether the service will refuse it in the corrected call too: what was said is not mended. */
  private boolean remains(int said) {
    Advice given = advice.get(said);
    return given.kind() == Advice.Kind.REFUSED_BY_SERVICE
        && advice.subList(said, advice.size()).stream()
            .noneMatch(a -> a.kind() == Advice.Kind.CHANGED && a.place().equals(given.place()));
  }

  /** Whether something was corrected. */
  public boolean changed() {
    return !placeholders.isEmpty()
        || advice.stream()
            .anyMatch(a -> a.kind() == Advice.Kind.CHANGED || a.kind() == Advice.Kind.CHOSEN);
  }
}
