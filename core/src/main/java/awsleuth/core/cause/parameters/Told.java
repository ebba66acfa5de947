package awsleuth.core.cause.parameters;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.ReportedParams;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.core.fact.ParameterErrors.Entry;
import awsleuth.core.fact.ParameterErrors.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The parameters of a call as it is written, with those that only the report tells.
 *
 * @param params those whose values are known
 * @param unread those whose values are not; {@link #VALUE} is the expression of those that only the
 *     report names
 * @param partly of those the ones that are known in part
 * @param isNothing whether the report tells nothing that is not written
 */
record Told(Dict params, List<Unread> unread, Dict partly, boolean isNothing) {

  /** Stands in a template for a value that is not known. */
  static final String VALUE = "<value>";

  /** The call as it is written. */
  static Told nothing(GivenCall call) {
    return new Told(call.params(), call.unread(), none(), true);
  }

  /** The call with what the report tells of it. */
  static Told of(GivenCall call, List<Entry> errors) {
    Dict params = call.params();
    for (Entry e : errors) {
      if (e.value().isPresent()) {
        params = ReportedParams.with(params, e.parameter(), e.value().get()).orElse(params);
      }
    }
    Dict shown = params;
    List<Unread> written =
        call.unread().stream()
            .filter(u -> u.name().isEmpty() || !ReportedParams.has(shown, u.name()))
            .toList();
    Told told = new Told(params, written, none(), params.equals(call.params()));
    for (Entry e : errors) {
      boolean known = written.stream().anyMatch(u -> u.name().equals(root(e.path())));
      told = known || !isOpen(e) ? told : told.named(e.path());
    }
    return told;
  }

  /** With a parameter at a path whose value is not known. */
  private Told named(String path) {
    String root = root(path);
    if (root.isEmpty() || ReportedParams.has(params, path)) {
      return this;
    }
    Dict opened = root.equals(path) ? partly : open(path, root);
    List<Unread> all = new ArrayList<>(unread);
    if (unread.stream().noneMatch(u -> u.name().equals(root))) {
      all.add(new Unread(root, 1, "only the report names it", VALUE));
    }
    return new Told(
        opened.has(root) ? without(params, root) : params, List.copyOf(all), opened, false);
  }

  /** What is known in part, with one more place where it is not. */
  private Dict open(String path, String root) {
    Dict base = partly.has(root) || !params.has(root) ? partly : one(root, params, partly);
    return ReportedParams.with(base, path, GivenCall.UNKNOWN).orElse(partly);
  }

  /** Whether a line names a parameter that was given and does not show its value. */
  private static boolean isOpen(Entry e) {
    return e.kind() == Kind.UNKNOWN
        || (e.value().isEmpty()
            && (e.kind() == Kind.TYPE || e.kind() == Kind.RANGE)
            && !e.parameter().equals(root(e.parameter())));
  }

  private static String root(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private static Dict one(String name, Dict from, Dict to) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(to.entries());
    PyValue value = from.get(name);
    if (value != null) {
      all.put(new Str(name), value);
    }
    return new Dict(all);
  }

  private static Dict without(Dict params, String name) {
    LinkedHashMap<PyValue, PyValue> rest = new LinkedHashMap<>(params.entries());
    rest.remove(new Str(name));
    return new Dict(rest);
  }

  private static Dict none() {
    return new Dict(new LinkedHashMap<>());
  }
}
