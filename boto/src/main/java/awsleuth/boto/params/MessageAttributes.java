package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Attributes of messages of SQS and SNS, which say of what type they are.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Amazon
 *     SQS message metadata</a>
 */
final class MessageAttributes {

  private static final Set<String> MEMBERS = Set.of("DataType", "StringValue", "BinaryValue");

  private MessageAttributes() {}

  /** The attribute that a plain value is meant as, where the shape is one. */
  static Optional<Dict> of(PyValue value, Shapes.Known shape) {
    if (!shape.members().keySet().containsAll(MEMBERS)) {
      return Optional.empty();
    }
    return switch (value) {
      case Str s -> Optional.of(one("String", "StringValue", s));
      case Int _, Real _, Dec _ ->
          Optional.of(one("Number", "StringValue", new Str(PythonText.str(value))));
      case Bytes b -> Optional.of(one("Binary", "BinaryValue", b));
      default -> Optional.empty();
    };
  }

  private static Dict one(String type, String member, PyValue value) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    entries.put(new Str("DataType"), new Str(type));
    entries.put(new Str(member), value);
    return new Dict(entries);
  }
}
