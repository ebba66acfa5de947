package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The parameters of a call as boto3 gets them. */
final class CallParameters {

  private CallParameters() {}

  static PyValue.Dict dict(Map<String, ?> parameters) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    parameters.forEach((name, value) -> entries.put(new PyValue.Str(name), value(value)));
    return new PyValue.Dict(entries);
  }

  static PyValue value(Object value) {
    return switch (value) {
      case PyValue given -> given;
      case Integer number -> PyValue.Int.of(number);
      case List<?> list -> new PyValue.PyList(list.stream().map(CallParameters::value).toList());
      case Map<?, ?> map -> {
        SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        map.forEach((k, v) -> entries.put(new PyValue.Str(String.valueOf(k)), value(v)));
        yield new PyValue.Dict(entries);
      }
      default -> new PyValue.Str(String.valueOf(value));
    };
  }
}
