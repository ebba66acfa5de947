package awsleuth.boto.params;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PythonText;
import java.util.HashSet;
import java.util.Set;

/**
 * Where parameters are not known.
 *
 * @param values the paths of values that are not known
 * @param dicts the paths of dicts that may have more entries than are known
 */
record Unknown(Set<String> values, Set<String> dicts) {

  static Unknown in(Dict partly) {
    Unknown unknown = new Unknown(new HashSet<>(), new HashSet<>());
    unknown.look(partly, "");
    return unknown;
  }

  /** Whether a value has entries whose names are not known. */
  static boolean hasOpenDicts(PyValue value) {
    Unknown unknown = new Unknown(new HashSet<>(), new HashSet<>());
    unknown.look(value, "");
    return !unknown.dicts.isEmpty();
  }

  private void look(PyValue value, String path) {
    if (value.equals(GivenCall.UNKNOWN)) {
      values.add(path);
    } else if (value instanceof Dict d) {
      d.entries()
          .forEach((k, v) -> {
            if (k.equals(GivenCall.UNKNOWN)) {
              dicts.add(path);
            }
            look(v, path.isEmpty() ? PythonText.str(k) : path + "." + PythonText.str(k));
          });
    } else if (value instanceof PyList l) {
      for (int i = 0; i < l.items().size(); i++) {
        look(l.items().get(i), path + "[" + i + "]");
      }
    }
  }

  /** Without what is wrong only because it is not known. */
  Validation known(Validation validation) {
    return values.isEmpty()
        ? validation
        : new Validation(
            validation.errors().stream().filter(e -> !open(e)).toList(), validation.leak());
  }

  private boolean open(ParamError error) {
    String path = error.place().path();
    return isInside(error.place())
        || (dicts.contains(path)
            && switch (error) {
              case ParamError.Missing _, ParamError.UnionOfNone _ -> true;
              case ParamError.Unknown u -> u.name().equals(GivenCall.UNKNOWN);
              case ParamError.WrongType _,
                  ParamError.TooSmall _,
                  ParamError.TooShort _,
                  ParamError.NotJson _,
                  ParamError.NotDocument _,
                  ParamError.UnionOfMany _ ->
                  false;
            })
        || path.contains(GivenCall.UNKNOWN.value());
  }

  /** Whether it is one of the values that are not known, or in one. */
  private boolean isInside(Place place) {
    for (Place p = place; !(p instanceof Place.Root); p = p.outer()) {
      if (values.contains(p.path())) {
        return true;
      }
    }
    return false;
  }
}
