package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.util.List;
import java.util.Optional;

/**
 * botocore takes the key of a dict in a document for a path, and fails on one that is not a text
 * when it writes its report.
 */
final class ReportLeak {

  private ReportLeak() {}

  static Optional<Raised> of(List<ParamError> errors) {
    for (ParamError error : errors) {
      if (error.place() instanceof Place.InDocument d && truthy(d.key())) {
        Optional<Raised> leak = of(d.key());
        if (leak.isPresent()) {
          return leak;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Raised> of(PyValue key) {
    return switch (key) {
      case Str _ -> Optional.empty();
      case Bytes _ ->
          Optional.of(
              new Raised(
                  "TypeError", "startswith first arg must be bytes or a tuple of bytes, not str"));
      default ->
          Optional.of(
              new Raised(
                  "AttributeError",
                  "'" + key.qualifiedTypeName() + "' object has no attribute 'startswith'"));
    };
  }

  private static boolean truthy(PyValue value) {
    return switch (value) {
      case None _ -> false;
      case Bool b -> b.value();
      case Int i -> i.value().signum() != 0;
      case Real r -> r.value() != 0;
      case Str s -> !s.value().isEmpty();
      case Bytes b -> !b.latin1().isEmpty();
      case PyValue.Dec d -> !d.text().matches("-?0+(\\.0*)?");
      case PyList l -> !l.items().isEmpty();
      case Tuple t -> !t.items().isEmpty();
      case PySet s -> !s.items().isEmpty();
      case Dict d -> !d.entries().isEmpty();
      case PyValue.DateTime _, PyValue.Date _ -> true;
    };
  }
}
