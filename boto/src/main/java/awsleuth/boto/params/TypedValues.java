package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import java.util.List;
import java.util.Optional;

/** Plain values where a client wants them with their types: DynamoDB's, and SQS' and SNS'. */
record TypedValues(List<Advice> advice) {

  /** The value with its type; the value itself where none is wanted. */
  PyValue of(PyValue value, Shapes.Known known, Place place) {
    Optional<Dict> attribute = MessageAttributes.of(value, known);
    if (attribute.isPresent()) {
      changed(place, "an attribute says its type: `DataType` beside the value");
      return attribute.get();
    }
    AttributeValues.refusal(value, known)
        .ifPresent(text -> advice.add(new Advice(place, Advice.Kind.REFUSED_BY_SERVICE, text)));
    Optional<Dict> typed = AttributeValues.of(value, known);
    if (typed.isEmpty()) {
      return value;
    }
    changed(
        place,
        "the client wants a value with its type; boto3.resource('dynamodb') takes plain ones");
    return typed.get();
  }

  private void changed(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.CHANGED, text));
  }
}
