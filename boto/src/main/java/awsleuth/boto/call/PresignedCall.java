package awsleuth.boto.call;

import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.PythonLink.Span;
import awsleuth.boto.call.Written.Argument;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code generate_presigned_url}: the parameters of the operation are in its {@code Params}.
 *
 * @param operation that the URL is for
 */
record PresignedCall(PythonLink link, String operation) {

  private static final String PARAMS = "Params";

  /** The call of the operation. */
  GivenCall given(String receiver, List<String> inferred, String source) {
    PyValue params = link.argument(1, PARAMS).orElseGet(() -> new Dict(new LinkedHashMap<>()));
    if (params instanceof Dict d && !holdsUnknown(d)) {
      return new GivenCall(
          receiver,
          operation,
          d,
          List.of(),
          none(),
          List.of(),
          inferred,
          written(d, source),
          CliRest.NONE);
    }
    Dict partly = params instanceof Dict d ? d : part();
    List<Unread> unread = new ArrayList<>();
    LinkedHashMap<PyValue, PyValue> known = new LinkedHashMap<>();
    LinkedHashMap<PyValue, PyValue> parts = new LinkedHashMap<>();
    for (var e : partly.entries().entrySet()) {
      PyValue value = e.getValue();
      if (!value.equals(GivenCall.UNKNOWN) && !isOpen(value)) {
        known.put(e.getKey(), value);
      } else {
        String key = e.getKey() instanceof Str s && !s.equals(GivenCall.UNKNOWN) ? s.value() : "";
        unread.add(
            new Unread(key, 1, "its value in Params is no literal", expression(source, key)));
        if (!key.isEmpty() && !value.equals(GivenCall.UNKNOWN)) {
          parts.put(e.getKey(), value);
        }
      }
    }
    if (partly.entries().isEmpty()) {
      unread.add(new Unread("", 1, "Params is no literal", ""));
    }
    return new GivenCall(
        receiver,
        operation,
        new Dict(known),
        unread,
        new Dict(parts),
        List.of(),
        inferred,
        entries(source).map(d -> written(d, source)).orElse(Written.NONE),
        CliRest.NONE);
  }

  /** What is known of {@code Params} where it is a dict with expressions in it. */
  private Dict part() {
    return link.partly().entries().get(new Str(PARAMS)) instanceof Dict d ? d : none();
  }

  /** The dict of parameters where the call has it in its brackets. */
  private Optional<DictDisplay> entries(String source) {
    for (int i = 0; i < link.spans().size(); i++) {
      Span span = link.spans().get(i);
      if (span.name().equals(PARAMS) || (span.name().isEmpty() && i == 1)) {
        return DictDisplay.of(source, span.value(), span.to());
      }
    }
    return Optional.empty();
  }

  /** The expression of a parameter; empty where it is not in the brackets. */
  private String expression(String source, String key) {
    return entries(source).stream()
        .flatMap(d -> d.entries().stream())
        .filter(e -> e.name().equals(key))
        .map(e -> source.substring(e.value(), e.to()))
        .findFirst()
        .orElse("");
  }

  private static Written written(DictDisplay display, String source) {
    List<Argument> arguments = display.entries().stream().map(Argument::of).toList();
    return new Written(source, arguments, display.close(), false, true);
  }

  private Written written(Dict params, String source) {
    Optional<DictDisplay> display = entries(source);
    if (display.isPresent()) {
      return written(display.get(), source);
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < link.spans().size(); i++) {
      Span span = link.spans().get(i);
      boolean holds = span.name().equals(PARAMS) || (span.name().isEmpty() && i == 1);
      arguments.add(new Argument("", span, holds ? params : none(), Map.of(), false));
    }
    return new Written(source, List.copyOf(arguments), link.close(), false);
  }

  /** Whether something in a value is not known. */
  private static boolean isOpen(PyValue value) {
    return (value instanceof Dict d && holdsUnknown(d))
        || (value instanceof PyValue.PyList l
            && l.items().stream().anyMatch(i -> i.equals(GivenCall.UNKNOWN) || isOpen(i)));
  }

  private static boolean holdsUnknown(Dict dict) {
    return dict.entries().entrySet().stream()
        .anyMatch(e ->
            e.getKey().equals(GivenCall.UNKNOWN)
                || e.getValue().equals(GivenCall.UNKNOWN)
                || isOpen(e.getValue()));
  }

  private static Dict none() {
    return new Dict(new LinkedHashMap<>());
  }
}
