package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes as a command has them. Version 2 of the CLI takes them for base64 unless it is told
 * otherwise, version 1 for the bytes themselves; the option that tells which is meant is one of
 * version 2, so that version 1 refuses the command where it would send other bytes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html#cliv2-migration-binaryparam">Breaking
 *     changes of version 2</a>
 */
final class CliBinary {

  private final Service service;
  private boolean seen;
  private boolean printable = true;

  private CliBinary(Service service) {
    this.service = service;
  }

  /**
   * Parameters with a text for each blob.
   *
   * @param option what is to be put before them, with a space before it; empty where there are none
   */
  record Texts(String option, Dict params) {}

  static Texts of(Service service, Operation operation, Dict params) {
    Optional<Shape.Structure> input = service.input(operation.name());
    if (input.isEmpty()) {
      return new Texts("", params);
    }
    CliBinary binary = new CliBinary(service);
    binary.written(params, input.get());
    if (!binary.seen) {
      return new Texts("", params);
    }
    String format = binary.printable ? "raw-in-base64-out" : "base64";
    return binary.written(params, input.get()) instanceof Dict texts
        ? new Texts(" --cli-binary-format " + format, texts)
        : new Texts("", params);
  }

  /** What version 2 makes of a blob that is given as a text and without that option. */
  static String note(String option, String text) {
    long letters =
        text.chars()
            .filter(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/'))
            .count();
    boolean refused = text.indexOf('=') < 0 && letters % 4 != 0;
    return "version 2 of the CLI takes `"
        + option
        + "` for base64"
        + (refused ? ", which it is not, and refuses it: Invalid base64" : "")
        + "; version 1, and version 2 with --cli-binary-format raw-in-base64-out, send the text";
  }

  private PyValue written(PyValue value, Shape shape) {
    return switch (shape) {
      case Shape.Structure s when value instanceof Dict d -> structure(d, s);
      case Shape.ListOf l when value instanceof PyList items ->
          new PyList(all(items.items(), l.element()));
      case Shape.ListOf l when value instanceof Tuple items ->
          new PyList(all(items.items(), l.element()));
      case Shape.MapOf m when value instanceof Dict d -> {
        LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        d.entries().forEach((k, v) -> entries.put(k, inner(v, m.value())));
        yield new Dict(entries);
      }
      case Shape.Scalar s when s.type().equals("blob") -> blob(value);
      case Shape.Structure _, Shape.ListOf _, Shape.MapOf _, Shape.Scalar _ -> value;
    };
  }

  private PyValue structure(Dict dict, Shape.Structure shape) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      Optional<Shape.Member> member =
          e.getKey() instanceof Str(String name) ? shape.member(name) : Optional.empty();
      boolean left = member.isEmpty() || service.isStreaming(member.get());
      entries.put(
          e.getKey(), left ? e.getValue() : inner(e.getValue(), member.orElseThrow().shape()));
    }
    return new Dict(entries);
  }

  private List<PyValue> all(List<PyValue> items, String element) {
    return items.stream().map(i -> inner(i, element)).toList();
  }

  private PyValue inner(PyValue value, String shape) {
    return service.shape(shape).map(s -> written(value, s)).orElse(value);
  }

  /** A blob: its text while all that were seen can be printed, else base64. */
  private PyValue blob(PyValue value) {
    Optional<byte[]> bytes =
        switch (value) {
          case Bytes b -> Optional.of(b.latin1().getBytes(StandardCharsets.ISO_8859_1));
          case Str s -> Optional.of(s.value().getBytes(StandardCharsets.UTF_8));
          default -> Optional.empty();
        };
    if (bytes.isEmpty()) {
      return value;
    }
    seen = true;
    String text = new String(bytes.get(), StandardCharsets.ISO_8859_1);
    printable &= text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\n');
    return new Str(printable ? text : Base64.getEncoder().encodeToString(bytes.get()));
  }
}
