package awsleuth.boto.params;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the documents of valid parameters as JSON, which not every key of a dict can be in. */
record DocumentDump(Service service) {

  /** Refuses a document that {@code json.dumps} cannot write. */
  void run(Dict params, Shape.Structure input) throws Refusal {
    value(params, input);
  }

  private void value(PyValue value, Shape shape) throws Refusal {
    switch (shape) {
      case Shape.Structure s when s.document() -> {
        Optional<String> refusal = JsonDump.refusal(value);
        if (refusal.isPresent()) {
          throw new Refusal(new Raised("TypeError", refusal.get()));
        }
      }
      case Shape.Structure s when value instanceof Dict dict -> members(dict, s);
      case Shape.ListOf l when value instanceof PyList list -> items(list.items(), l);
      case Shape.ListOf l when value instanceof Tuple tuple -> items(tuple.items(), l);
      case Shape.MapOf m when value instanceof Dict dict -> {
        Shape inner = service.shape(m.value()).orElseThrow();
        for (PyValue each : dict.entries().values()) {
          value(each, inner);
        }
      }
      default -> {}
    }
  }

  private void items(List<PyValue> items, Shape.ListOf shape) throws Refusal {
    Shape element = service.shape(shape.element()).orElseThrow();
    for (PyValue item : items) {
      value(item, element);
    }
  }

  private void members(Dict dict, Shape.Structure shape) throws Refusal {
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      Optional<Shape> inner =
          e.getKey() instanceof Str(String name)
              ? shape.member(name).flatMap(m -> service.shape(m.shape()))
              : Optional.empty();
      if (inner.isPresent()) {
        value(e.getValue(), inner.get());
      }
    }
  }
}
