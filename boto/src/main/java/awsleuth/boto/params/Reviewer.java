package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reviews the parameters of calls of an operation: what botocore says, what it does not, and a
 * correction.
 *
 * <p>Not for several threads at once.
 */
public final class Reviewer {

  private final Boto boto;
  private final Service service;
  private final Operation operation;
  private final LocalDate today;
  private final Optional<Shape.Structure> input;
  private final ParamValidator validator;
  private final Handlers handlers;
  private final Shapes shapes;

  /**
   * A reviewer of calls of an operation.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public Reviewer(Boto boto, Service service, Operation operation, LocalDate today) {
    this.boto = boto;
    this.service = service;
    this.operation = operation;
    this.today = today;
    this.input = service.input(operation.name());
    this.validator = boto.validator(service);
    this.handlers = new Handlers(service, operation, input);
    this.shapes = new Shapes(service);
  }

  /**
   * Reviews parameters.
   *
   * @param unread the names of parameters that are given with a value that is not known
   */
  public Review review(Dict params, Set<String> unread) {
    return review(params, unread, new Dict(new LinkedHashMap<>()));
  }

  /**
   * Reviews parameters.
   *
   * @param unread the names of parameters that are given with a value that is not known; an empty
   *     one where parameters may be given whose names are not known either
   * @param partly those of them that are known in part, with {@link GivenCall#UNKNOWN} elsewhere
   */
  public Review review(Dict params, Set<String> unread, Dict partly) {
    if (input.isEmpty()) {
      return new Review(
          new Validation(List.of(), Optional.empty()),
          boto.client(service).refusal(operation, params),
          List.of(),
          params,
          List.of(),
          true,
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(),
          Set.of());
    }
    Validation refused = validation(params, unread, partly);
    Dict open = correctable(partly, input.get());
    Set<String> closed = new LinkedHashSet<>(unread);
    open.entries().keySet().forEach(k -> closed.remove(PythonText.str(k)));
    Correction correction = new Correction(boto, service, operation, today, closed);
    PyValue corrected = correction.of(handlers.aliased(both(params, open)), input.get());
    LinkedHashMap<PyValue, PyValue> known =
        new LinkedHashMap<>(corrected instanceof Dict d ? d.entries() : params.entries());
    Map<String, PyValue> opened = new LinkedHashMap<>();
    LinkedHashMap<PyValue, PyValue> stillPartly = new LinkedHashMap<>(partly.entries());
    open.entries()
        .forEach((name, before) -> {
          PyValue after = known.remove(name);
          if (after != null && !after.equals(before)) {
            opened.put(PythonText.str(name), after);
            stillPartly.put(name, after);
          }
        });
    Dict dict = new Dict(known);
    Set<String> given = new HashSet<>(unread);
    given.addAll(correction.renamed().values());
    return new Review(
        refused,
        unread.isEmpty() ? boto.client(service).refusal(operation, params) : Optional.empty(),
        correction.advice(),
        dict,
        correction.placeholders(),
        known(validator.validate(handlers.handled(dict), input.get()), given).ok()
            && (opened.isEmpty() || validation(dict, given, new Dict(stillPartly)).ok()),
        correction.renamed(),
        correction.dumped(),
        opened,
        correction.sensitive(),
        withheld(refused));
  }

  /**
   * What botocore's handlers refuse of the parameters that are known, before its validator looks,
   * such as the name of a bucket; empty where they refuse nothing.
   */
  public Optional<Raised> refusedFirst(Dict params) {
    try {
      handlers.run(new CallParams(params));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.raised());
    }
  }

  /**
   * What botocore's validator says of the parameters as its handlers leave them: the part of a
   * review that needs no endpoint, for many calls. Empty for an operation that takes none.
   */
  public Validation validation(Dict params, Set<String> unread, Dict partly) {
    if (input.isEmpty()) {
      return new Validation(List.of(), Optional.empty());
    }
    Dict nameOnly = handlers.aliased(unknown(unread, partly));
    Dict handled = both(handlers.handled(both(params, partly)), nameOnly);
    return Unknown.in(both(handlers.aliased(partly), nameOnly))
        .known(known(validator.validate(handled, input.get()), unread));
  }

  /**
   * The places of refused values that are, are in, or may hold, what AWS asks not to show: a dict
   * in the place of a list of dicts may hold a password.
   */
  public Set<Place> withheld(Validation refused) {
    return refused.errors().stream()
        .map(ParamError::place)
        .filter(this::isWithheld)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isWithheld(Place place) {
    List<Shape> path = ShapePath.to(place, operation.input(), service);
    return path.stream().anyMatch(Shape::sensitive)
        || (!path.isEmpty() && shapes.holdsSensitive(path.getLast().name()));
  }

  /** The parameters that can be corrected though they are known only in part. */
  private static Dict correctable(Dict partly, Shape.Structure input) {
    LinkedHashMap<PyValue, PyValue> open = new LinkedHashMap<>();
    partly
        .entries()
        .forEach((name, value) -> {
          if (input.member(PythonText.str(name)).isPresent() && !Unknown.hasOpenDicts(value)) {
            open.put(name, value);
          }
        });
    return new Dict(open);
  }

  /** The parameters of which no more is known than the name. */
  private static Dict unknown(Set<String> unread, Dict partly) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>();
    unread.stream()
        .filter(name -> !name.isEmpty() && !partly.has(name))
        .forEach(name -> all.put(new Str(name), GivenCall.UNKNOWN));
    return new Dict(all);
  }

  private static Dict both(Dict params, Dict partly) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(params.entries());
    all.putAll(partly.entries());
    return new Dict(all);
  }

  /** Without what is missing only because its value is not known. */
  private static Validation known(Validation validation, Set<String> unread) {
    List<ParamError> errors =
        validation.errors().stream()
            .filter(e ->
                !(e instanceof ParamError.Missing(Place.Root _, String name)
                    && (unread.contains(name) || unread.contains(""))))
            .toList();
    return new Validation(errors, validation.leak());
  }
}
