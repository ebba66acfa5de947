package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Refusal;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.ResourceMethods.Method;
import awsleuth.boto.call.ResourceMethods.Resource;
import awsleuth.boto.call.Written.Argument;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method of a resource that calls an operation.
 *
 * @param variable the name by which the resource was known; empty where its constructor tells it
 */
record ResourceCall(Resource resource, Method method, String variable) {

  /** The call of a method, of a collection where one is named before it. */
  static Optional<ResourceCall> of(Resource resource, String before, PythonLink link) {
    return resource
        .method(before, link.name())
        .or(() -> resource.method("", link.name()))
        .map(m -> new ResourceCall(resource, m, ""));
  }

  /**
   * The call on a variable whose name ends as a class is named, such as {@code users_table}: of the
   * only class of that name that has the method.
   */
  static Optional<ResourceCall> ofVariable(String variable, String collection, PythonLink link) {
    String last = variable.substring(variable.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    String name = last.equals("obj") ? "object" : last;
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<ResourceCall> all =
        ResourceMethods.named(type).stream()
            .flatMap(r ->
                r
                    .method(collection, link.name())
                    .map(m -> new ResourceCall(r, m, variable))
                    .stream())
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The call on a variable that is named as a service. */
  static Optional<ResourceCall> ofService(Resource resource, String collection, PythonLink link) {
    return resource
        .method(collection, link.name())
        .map(m -> new ResourceCall(resource, m, resource.service()));
  }

  /** How the resource was known. */
  String inference() {
    return resource.name().equals(ResourceMethods.SERVICE)
        ? "`%s` is taken for boto3.resource('%1$s'), which has such a method".formatted(variable)
        : "`%s` is taken for boto3.resource('%3$s').%2$s(…), by its name"
            .formatted(variable, resource.name(), resource.service());
  }

  /** The call of the client that the method makes. */
  GivenCall given(
      AwsCatalog catalog,
      List<PyValue> identifiers,
      PythonLink link,
      List<String> inferred,
      String source) {
    Dict params = link.named();
    List<Unread> unread = new ArrayList<>(link.unread());
    List<Refusal> refusals = new ArrayList<>();
    for (String each : method.given()) {
      int equals = each.indexOf('=');
      String target = each.substring(0, equals);
      PyValue value = source(each.substring(equals + 1), identifiers);
      if (!value.equals(GivenCall.UNKNOWN)) {
        params = ResourceParams.with(params, target, value);
      } else {
        String root = target.replaceAll("[.\\[].*", "");
        unread.add(new Unread(root, 1, "the resource gives it; the text does not tell it", ""));
      }
    }
    boolean counts = List.of("limit", "page_size").contains(link.name());
    if (!link.placed().isEmpty() && !counts) {
      refusals.add(
          new Refusal(
              "boto3",
              "TypeError: %s() takes 1 positional argument but %d were given"
                  .formatted(link.name(), 1 + link.placed().size()),
              "its parameters are given by name"));
    }
    var service = catalog.service(resource.service());
    Dict partly = link.partly();
    Written written = Written.of(source, link);
    if (resource.service().equals("dynamodb") && service.isPresent()) {
      ResourceValues values = new ResourceValues(service.get());
      params = values.of(method.operation(), params);
      partly = values.of(method.operation(), partly);
      refusals.addAll(values.refusals());
      written = untyped(written, link);
    }
    return new GivenCall(
        resource.service(),
        method.operation(),
        params,
        unread.stream().filter(u -> !u.name().isEmpty() || u.written().startsWith("**")).toList(),
        partly,
        List.copyOf(refusals),
        inferred,
        written,
        CliRest.NONE);
  }

  private static Written untyped(Written written, PythonLink link) {
    List<Argument> arguments =
        written.arguments().stream()
            .map(a ->
                new Argument(
                    a.parameter(), a.span(), a.dict(), a.renamed(), hasReal(a.parameter(), link)))
            .toList();
    return new Written(written.source(), arguments, written.close(), true);
  }

  private static boolean hasReal(String parameter, PythonLink link) {
    PyValue value = link.named().entries().get(new Str(parameter));
    return value != null && hasReal(value);
  }

  private static boolean hasReal(PyValue value) {
    return switch (value) {
      case PyValue.Real _ -> true;
      case Dict d -> d.entries().values().stream().anyMatch(ResourceCall::hasReal);
      case PyValue.PyList l -> l.items().stream().anyMatch(ResourceCall::hasReal);
      case PyValue.Tuple t -> t.items().stream().anyMatch(ResourceCall::hasReal);
      case PyValue.PySet s -> s.items().stream().anyMatch(ResourceCall::hasReal);
      default -> false;
    };
  }

  /** The value of an identifier or a text; unknown where the variable or boto3 has it. */
  private PyValue source(String source, List<PyValue> identifiers) {
    if (source.startsWith("'")) {
      return new Str(source.substring(1));
    }
    int place = source.startsWith("@") ? resource.identifiers().indexOf(source.substring(1)) : -1;
    return place >= 0 && place < identifiers.size() ? identifiers.get(place) : GivenCall.UNKNOWN;
  }
}
