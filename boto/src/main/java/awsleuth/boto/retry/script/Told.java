package awsleuth.boto.retry.script;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.RetryConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Values of an answer. */
final class Told {

  private Told() {}

  /** A dictionary of one key. */
  static Dict dict(String key, PyValue value) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str(key), value);
    return new Dict(out);
  }

  /** What was raised. */
  static Dict exception(String exception, String message) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("exception"), new Str(exception));
    out.put(new Str("message"), new Str(message));
    return new Dict(out);
  }

  /** What the settings of a client raised. */
  static Dict refused(RetryConfig.Refused refused) {
    return exception(refused.raised().exception(), refused.raised().message());
  }

  /** A list of numbers. */
  static PyList reals(List<Double> values) {
    return new PyList(values.stream().<PyValue>map(Real::new).toList());
  }
}
