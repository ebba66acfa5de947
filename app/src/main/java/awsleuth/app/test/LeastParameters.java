package awsleuth.app.test;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonFloat;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/** The required parameters of an operation, with values that botocore accepts. */
final class LeastParameters {

  private static final int DEEPEST = 12;
  private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 1, 2, 0, 0);

  private final Service service;

  private LeastParameters(Service service) {
    this.service = service;
  }

  /** The parameters that are known, and the required ones beside them. */
  static PyValue.Dict of(Service service, Operation operation, PyValue.Dict known) {
    SequencedMap<PyValue, PyValue> all = new LinkedHashMap<>(known.entries());
    Optional<Shape.Structure> input = service.input(operation.name());
    if (input.isPresent()) {
      new LeastParameters(service).structure(input.get(), 0).entries().forEach(all::putIfAbsent);
    }
    return new PyValue.Dict(all);
  }

  private PyValue.Dict structure(Shape.Structure structure, int depth) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    List<Shape.Member> wanted =
        structure.union()
            ? structure.members().stream().limit(1).toList()
            : structure.members().stream().filter(Shape.Member::required).toList();
    for (Shape.Member member : depth > DEEPEST ? List.<Shape.Member>of() : wanted) {
      entries.put(new PyValue.Str(member.name()), value(member.shape(), member.name(), depth + 1));
    }
    return new PyValue.Dict(entries);
  }

  private PyValue value(String shapeName, String name, int depth) {
    return switch (service.shape(shapeName).orElseThrow()) {
      case Shape.Structure s -> structure(s, depth);
      case Shape.ListOf l ->
          new PyValue.PyList(
              depth > DEEPEST
                  ? List.of()
                  : Collections.nCopies(
                      Math.max(1, least(l.limits().min(), 2)),
                      value(l.element(), name, depth + 1)));
      case Shape.MapOf _ -> new PyValue.Dict(new LinkedHashMap<>());
      case Shape.Scalar s -> scalar(s, name);
    };
  }

  private static int least(String min, int digits) {
    return min.matches("\\d{1," + digits + "}") ? Integer.parseInt(min) : 0;
  }

  private PyValue scalar(Shape.Scalar scalar, String name) {
    return switch (scalar.type()) {
      case "integer", "long" -> PyValue.Int.of(Math.max(1, least(scalar.limits().min(), 9)));
      case "float", "double" ->
          new PyValue.Real(PythonFloat.parse(scalar.limits().min()).orElse(1));
      case "boolean" -> new PyValue.Bool(true);
      case "timestamp" -> new PyValue.DateTime(SOME_DAY, OptionalInt.of(0));
      case "blob" -> new PyValue.Bytes("", false);
      default -> new PyValue.Str(text(scalar, name));
    };
  }

  private String text(Shape.Scalar scalar, String name) {
    if (!scalar.values().isEmpty()) {
      return scalar.values().getFirst();
    }
    String text = name.endsWith("Arn") || name.endsWith("ARN") ? arn() : example(name);
    return text + "-".repeat(Math.max(0, least(scalar.limits().min(), 4) - text.length()));
  }

  private String arn() {
    return "arn:aws:" + service.metadata().name() + ":us-east-1:111122223333:example";
  }

  private static String example(String name) {
    return switch (name) {
      case "QueueUrl" -> "https://sqs.us-east-1.amazonaws.com/111122223333/example";
      case "CopySource" -> "example-bucket/example";
      case "Bucket" -> "example-bucket";
      default -> "example";
    };
  }
}
