package awsleuth.boto.request;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The body of a request, as far as signatures look at it.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/serialize.py">serialize.py</a>
 */
final class RequestBody {

  /** A body. */
  sealed interface Body {}

  /** None. */
  record Empty() implements Body {}

  /** A JSON object. */
  record Json(Dict value) implements Body {}

  /** Names and values of a form. */
  record Form(SequencedMap<String, String> fields) implements Body {}

  /**
   * What the caller gave, in chunks with a checksum behind them.
   *
   * @param first the size of the first chunk as it is sent
   */
  record Chunks(int first) implements Body {}

  /** XML, or what the caller gave. */
  record Other(PyValue value) implements Body {}

  private static final String CHECKSUM = "x-amz-checksum-";

  /** Bytes of a chunk. */
  private static final int CHUNK = 1 << 20;

  /** Bytes of the checksums. */
  private static final Map<String, Integer> DIGESTS =
      Map.of("crc32", 4, "sha1", 20, "sha256", 32, "sha512", 64);

  private final Service service;
  private final Texts texts;
  private final boolean tls;

  RequestBody(Service service, Texts texts, boolean tls) {
    this.service = service;
    this.texts = texts;
    this.tls = tls;
  }

  Body of(Operation operation, Dict parameters) {
    String protocol = Protocols.of(service.metadata());
    Optional<Shape.Structure> input = service.input(operation.name());
    return switch (protocol) {
      case "query", "ec2" ->
          new Form(new FormFields(service, texts, protocol).of(operation, input, parameters));
      case "json" -> new Json(input.map(shape -> json(parameters, shape)).orElse(empty()));
      default -> {
        boolean wrapped = tls && !operation.checksum().algorithmMember().isEmpty();
        Body body = rest(protocol.equals("rest-json"), input, parameters);
        yield wrapped && input.isPresent() && isChunked(input.get(), parameters)
            ? chunks(operation, body, parameters)
            : body;
      }
    };
  }

  /** Over TLS botocore sends a stream in chunks, its checksum behind it unless it is given. */
  private boolean isChunked(Shape.Structure input, Dict parameters) {
    boolean given =
        input.members().stream()
            .anyMatch(member ->
                member.location().equals("header")
                    && member.locationName().toLowerCase(Locale.ROOT).startsWith(CHECKSUM)
                    && parameters.has(member.name()));
    return !given
        && input
            .member(input.payload())
            .flatMap(member -> service.shape(member.shape()))
            .filter(shape -> shape instanceof Shape.Scalar scalar && scalar.type().equals("blob"))
            .isPresent();
  }

  private static Chunks chunks(Operation operation, Body body, Dict parameters) {
    if (body instanceof Other(PyValue value)) {
      int size =
          value instanceof PyValue.Bytes bytes
              ? bytes.latin1().length()
              : PythonText.str(value).getBytes(StandardCharsets.UTF_8).length;
      int sent = Math.min(size, CHUNK);
      return new Chunks(Integer.toHexString(sent).length() + sent + 4);
    }
    PyValue chosen = parameters.get(operation.checksum().algorithmMember());
    String algorithm = chosen == null ? "crc32" : PythonText.str(chosen).toLowerCase(Locale.ROOT);
    int digest = DIGESTS.getOrDefault(algorithm, 4);
    return new Chunks((CHECKSUM + algorithm).length() + (digest + 2) / 3 * 4 + 8);
  }

  private static Dict empty() {
    return new Dict(new LinkedHashMap<>());
  }

  private Body rest(boolean json, Optional<Shape.Structure> input, Dict parameters) {
    if (input.isEmpty()) {
      return new Empty();
    }
    String payload = input.get().payload();
    if (!payload.isEmpty()) {
      return payload(json, input.get(), payload, parameters);
    }
    SequencedMap<PyValue, PyValue> inBody = new LinkedHashMap<>();
    boolean any = false;
    for (Shape.Member member : input.get().members()) {
      any |= member.location().isEmpty();
    }
    parameters
        .entries()
        .forEach((name, value) -> {
          boolean body =
              name instanceof Str(String text)
                  && input.get().member(text).map(m -> m.location().isEmpty()).orElse(false);
          if (body && !(value instanceof PyValue.None)) {
            inBody.put(name, value);
          }
        });
    if (!json) {
      return inBody.isEmpty() ? new Empty() : new Other(new Str("<"));
    }
    return inBody.isEmpty() && !any ? new Empty() : new Json(json(new Dict(inBody), input.get()));
  }

  private Body payload(boolean json, Shape.Structure input, String payload, Dict parameters) {
    PyValue value = parameters.get(payload);
    Shape shape = service.shape(input.member(payload).orElseThrow().shape()).orElseThrow();
    if (shape instanceof Shape.Scalar) {
      if (value == null || value.equals(new Str(""))) {
        return new Empty();
      }
      boolean none = value instanceof PyValue.Bytes bytes && bytes.latin1().isEmpty();
      return none ? new Empty() : new Other(value);
    }
    if (!json) {
      return value == null ? new Empty() : new Other(new Str("<"));
    }
    return value instanceof Dict dict && shape instanceof Shape.Structure structure
        ? new Json(json(dict, structure))
        : new Json(empty());
  }

  private Dict json(Dict value, Shape.Structure shape) {
    if (shape.document()) {
      return value;
    }
    SequencedMap<PyValue, PyValue> members = new LinkedHashMap<>();
    value
        .entries()
        .forEach((name, each) ->
            shape
                .member(name instanceof Str(String text) ? text : "")
                .ifPresent(member -> members.put(key(member), json(each, member))));
    return new Dict(members);
  }

  private static PyValue key(Shape.Member member) {
    return new Str(member.locationName().isEmpty() ? member.name() : member.locationName());
  }

  private PyValue json(PyValue value, Shape.Member member) {
    return json(value, service.shape(member.shape()).orElseThrow(), member.timestampFormat());
  }

  private PyValue json(PyValue value, Shape shape, String format) {
    return switch (shape) {
      case Shape.Structure structure when value instanceof Dict dict -> json(dict, structure);
      case Shape.ListOf list when value instanceof PyList items -> {
        Shape element = service.shape(list.element()).orElseThrow();
        List<PyValue> all = items.items().stream().map(i -> json(i, element, "")).toList();
        yield new PyList(all);
      }
      case Shape.MapOf map when value instanceof Dict dict -> {
        SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        Shape element = service.shape(map.value()).orElseThrow();
        dict.entries().forEach((k, v) -> entries.put(k, json(v, element, "")));
        yield new Dict(entries);
      }
      case Shape.Scalar scalar -> scalar(value, scalar, format);
      default -> value;
    };
  }

  private PyValue scalar(PyValue value, Shape.Scalar shape, String format) {
    return switch (shape.type()) {
      case "timestamp" -> {
        String own = format.isEmpty() ? shape.timestampFormat() : format;
        String text = texts.time(value, own.isEmpty() ? "unixTimestamp" : own);
        boolean number = own.isEmpty() || own.equalsIgnoreCase("unixTimestamp");
        yield number && text.matches("-?[0-9]{1,18}")
            ? PyValue.Int.of(Long.parseLong(text))
            : new Str(text);
      }
      case "blob" -> new Str(FormFields.base64(value));
      default -> value;
    };
  }
}
