package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.TypedJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through parameters beside their shapes, corrects what it can and notes what it sees. */
final class Correction {

  private static final int FEWEST = 4;

  private final Shapes shapes;
  private final Renaming renaming;
  private final Service service;
  private final Operation operation;
  private final HandledValues handled;
  private final ScalarCorrection scalars;
  private final List<Advice> advice = new ArrayList<>();
  private final Placeholders placeholders;
  private final Wrapping wrapping;
  private final Wanted wanted;
  private final RequiredMembers required;
  private final TypedValues typed;
  private final ListElements elements;
  private final Map<Place, PyValue> dumped = new LinkedHashMap<>();
  private final Set<Place> sensitive = new LinkedHashSet<>();
  private final Set<String> unread;

  /** Whether one of the shapes around is sensitive: all in it is so too. */
  private boolean inSensitive;

  Correction(Boto boto, Service service, Operation operation, LocalDate today, Set<String> unread) {
    AwsCatalog catalog = boto.catalog();
    this.shapes = new Shapes(service);
    this.placeholders = new Placeholders(shapes);
    this.wrapping = new Wrapping(shapes);
    this.typed = new TypedValues(advice);
    this.elements = new ListElements(shapes, advice);
    this.wanted = new Wanted(shapes, placeholders, advice);
    this.service = service;
    this.operation = operation;
    this.unread = Set.copyOf(unread);
    Set<String> open = new LinkedHashSet<>(unread);
    this.required = new RequiredMembers(service.metadata().name(), open, placeholders, advice);
    ParameterNames names = new ParameterNames(catalog, new NewerModel(catalog, service, operation));
    this.renaming = new Renaming(names, open, advice);
    this.handled = new HandledValues(service.metadata().name(), names, advice);
    this.scalars = new ScalarCorrection(catalog, service.metadata().name(), today, advice);
  }

  List<Advice> advice() {
    return List.copyOf(advice);
  }

  List<Place> placeholders() {
    return placeholders.places();
  }

  Set<Place> sensitive() {
    return Set.copyOf(sensitive);
  }

  /** What json.dumps makes texts of, as it was given. */
  Map<Place, PyValue> dumped() {
    return Map.copyOf(dumped);
  }

  /** What the parameters are called whose values are not known, by their wrong names. */
  Map<String, String> renamed() {
    return renaming.renamed();
  }

  /** The parameters, corrected. */
  PyValue of(Dict params, Shape.Structure input) {
    boolean s3 = service.metadata().name().equals("s3");
    Dict named =
        s3
            ? new BucketCorrection(shapes.of(input.name()).members().keySet(), advice).of(params)
            : params;
    if (s3) {
      new CustomerKeys(unread, advice).look(named);
    }
    renaming.ofUnread(named, input, shapes.of(input.name()));
    PyValue corrected = value(named, input.name(), new Place.Root());
    if (corrected instanceof Dict dict) {
      required.oneOf(operation.name(), named, dict);
    }
    return corrected;
  }

  private void changed(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.CHANGED, text));
  }

  private PyValue value(PyValue value, String shapeName, Place place) {
    if (value.equals(GivenCall.UNKNOWN)) {
      return value;
    }
    Shapes.Known known = shapes.of(shapeName);
    boolean around = inSensitive;
    inSensitive |= known.shape().sensitive();
    PyValue corrected =
        switch (known.shape()) {
          case Shape.Structure s when s.document() -> document(value, place);
          case Shape.Structure s -> structure(value, s, known, place);
          case Shape.ListOf l -> list(value, l, place);
          case Shape.MapOf m -> map(value, m, place);
          case Shape.Scalar s -> scalar(value, s, place);
        };
    inSensitive = around;
    return corrected;
  }

  private PyValue scalar(PyValue value, Shape.Scalar shape, Place place) {
    noteSensitive(place);
    if (value instanceof None) {
      return wanted.scalar(shape, place);
    }
    Shape.Scalar seen = inSensitive ? shape.asSensitive() : shape;
    PyValue corrected = scalars.of(value, seen, place, operation);
    if (JsonTexts.isDump(corrected, value)) {
      dumped.put(place, value);
    }
    boolean open = shape.type().equals("string") && !(corrected instanceof Str);
    if (corrected instanceof Str(String text) && isNoneOf(text, seen)) {
      return placeholders.text(named(seen.values(), place), place);
    }
    return open ? wanted.instead(place, shape.name()) : corrected;
  }

  /** Whether a text is none of an enumeration's few values, and near none. */
  private static boolean isNoneOf(String text, Shape.Scalar shape) {
    return !shape.sensitive()
        && !shape.values().isEmpty()
        && shape.values().size() <= Enumerations.FEW
        && !shape.values().contains(text);
  }

  /** The name of what is to be put in; the values themselves where they are very few. */
  private static String named(List<String> values, Place place) {
    return values.size() <= FEWEST || !(place instanceof Place.Member(Place _, String name))
        ? String.join("|", values)
        : name;
  }

  private PyValue document(PyValue value, Place place) {
    noteSensitive(place);
    return value;
  }

  private void noteSensitive(Place place) {
    if (inSensitive) {
      sensitive.add(place);
    }
  }

  private PyValue structure(PyValue given, Shape.Structure shape, Shapes.Known known, Place place) {
    PyValue value = wrapped(typed.of(parsed(given, place), known, place), known, place);
    if (!(value instanceof Dict dict)) {
      return wanted.structure(shape, known, place);
    }
    Optional<Dict> nothing = AttributeValues.ofNone(dict, known);
    if (nothing.isPresent()) {
      changed(place, "no value is written {'NULL': True}");
      return nothing.get();
    }
    LinkedHashMap<PyValue, PyValue> corrected = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      String name = PythonText.str(e.getKey());
      Shape.Member member = known.members().get(name);
      if (member == null) {
        member = renaming.member(name, dict, shape, known, place);
      }
      boolean wanted =
          member != null
              && shape.requiredMembers().contains(member.name())
              && !member.idempotencyToken();
      if (e.getValue() instanceof None && member != null && !wanted) {
        changed(
            new Place.Member(place, name),
            "botocore does not take None for \"not given\"; it is left out");
      } else if (member == null) {
        corrected.put(e.getKey(), e.getValue());
      } else {
        Place at = new Place.Member(place, member.name());
        boolean taken =
            place instanceof Place.Root && handled.take(member.name(), e.getValue(), dict);
        corrected.put(
            new Str(member.name()),
            taken
                ? handled(e.getValue(), member.shape(), at)
                : member.jsonValue()
                    ? json(e.getValue(), member, at)
                    : value(e.getValue(), member.shape(), at));
      }
    }
    if (!shape.union()) {
      required.complete(corrected, shape, known, place);
    }
    return new Dict(corrected);
  }

  /**
   * The value of a member that is sent as JSON: botocore makes the text of what is sent in a
   * header, the caller of all else.
   */
  private PyValue json(PyValue value, Shape.Member member, Place place) {
    boolean header = member.location().equals("header");
    if (!header && !(value instanceof Dict || value instanceof PyList)) {
      return value(value, member.shape(), place);
    }
    boolean around = inSensitive;
    inSensitive |= shapes.of(member.shape()).shape().sensitive();
    noteSensitive(place);
    inSensitive = around;
    PyValue text = header ? value : scalars.json(value, place);
    if (JsonTexts.isDump(text, value)) {
      dumped.put(place, value);
    }
    return text;
  }

  /** A value that botocore's handlers make the right one of. */
  private PyValue handled(PyValue value, String shapeName, Place place) {
    if (shapes.of(shapeName).shape().sensitive()) {
      sensitive.add(place);
    }
    return handled.of(value, place, placeholders::text);
  }

  /** A text or a list where an object around it is wanted. */
  private PyValue wrapped(PyValue value, Shapes.Known known, Place place) {
    Optional<Wrapping.Wrapped> wrapped = wrapping.of(value, known);
    wrapped.ifPresent(w -> changed(place, w.text()));
    return wrapped.map(w -> (PyValue) w.object()).orElse(value);
  }

  /** A text of a JSON object in the place of an object. */
  private PyValue parsed(PyValue value, Place place) {
    if (value instanceof Str s
        && s.value().strip().startsWith("{")
        && TypedJson.read(s.value()) instanceof TypedJson.Value(Dict d)) {
      changed(place, "it is a text of JSON where a dict is wanted; json.loads makes it one");
      return d;
    }
    return value;
  }

  private PyValue list(PyValue value, Shape.ListOf shape, Place place) {
    List<PyValue> items;
    switch (value) {
      case PyList l -> items = l.items();
      case Tuple t -> items = t.items();
      case PyValue.PySet s -> {
        items = s.items();
        changed(place, "a set is no list for botocore");
      }
      default -> {
        return wrapped(value, shape, place);
      }
    }
    List<PyValue> corrected = new ArrayList<>();
    for (PyValue item : elements.of(items, shape.element(), place)) {
      List<PyValue> parts = Unions.parted(item, shapes.of(shape.element()));
      if (parts.size() > 1) {
        changed(
            new Place.Item(place, corrected.size()),
            "each of its members is an element of its own");
      }
      for (PyValue one : parts) {
        corrected.add(value(one, shape.element(), new Place.Item(place, corrected.size())));
      }
    }
    String max = shape.limits().max();
    if (Limits.above(items.size(), max)) {
      advice.add(
          new Advice(
              place,
              Advice.Kind.REFUSED_BY_SERVICE,
              items.size() + " elements, where the model has at most " + max));
    }
    return value instanceof Tuple ? new Tuple(corrected) : new PyList(corrected);
  }

  private PyValue wrapped(PyValue value, Shape.ListOf shape, Place place) {
    Optional<PyList> pairs = TagForms.pairs(value, shapes.of(shape.element()));
    if (pairs.isPresent()) {
      changed(place, "a list of key and value objects is wanted, not one dict");
      return list(pairs.get(), shape, place);
    }
    boolean fits =
        switch (shapes.of(shape.element()).shape()) {
          case Shape.Structure _ ->
              value instanceof Dict || wrapping.of(value, shapes.of(shape.element())).isPresent();
          case Shape.MapOf _ -> value instanceof Dict;
          case Shape.ListOf _ -> false;
          case Shape.Scalar s ->
              s.type().equals("string")
                  ? value instanceof Str
                  : !(value instanceof Dict || value instanceof None);
        };
    if (!fits) {
      return wanted.list(shape, place);
    }
    changed(place, "a list is wanted; the value is put into one");
    return new PyList(List.of(value(value, shape.element(), new Place.Item(place, 0))));
  }

  private PyValue map(PyValue given, Shape.MapOf shape, Place place) {
    PyValue value = parsed(given, place);
    if (!(value instanceof Dict dict)) {
      Optional<Dict> entries = TagForms.entries(value);
      if (entries.isEmpty()) {
        return left(value, shape, place);
      }
      changed(place, "one dict is wanted, not a list of key and value objects");
      return map(entries.get(), shape, place);
    }
    LinkedHashMap<PyValue, PyValue> corrected = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      Place at = new Place.Entry(place, e.getKey());
      if (e.getValue() instanceof None && shapes.isScalar(shape.value())) {
        changed(at, "botocore does not take None for \"no value\"; it is left out");
      } else {
        PyValue key = value(e.getKey(), shape.key(), new Place.Key(place, e.getKey()));
        corrected.put(key, value(e.getValue(), shape.value(), at));
      }
    }
    return new Dict(corrected);
  }

  /** A value that is none of its shape and stays, whatever it holds. */
  private PyValue left(PyValue value, Shape shape, Place place) {
    if (inSensitive || shapes.holdsSensitive(shape.name())) {
      sensitive.add(place);
    }
    return value;
  }
}
