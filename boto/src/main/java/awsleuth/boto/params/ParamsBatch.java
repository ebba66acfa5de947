package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The batch contract: a line with {@code id}, {@code service}, {@code operation} and {@code params}
 * is answered with {@code id}, {@code validate} (what the validator alone says) and {@code client}
 * (what a call of the client comes to before anything is sent), or {@code error}.
 *
 * <p>Not for several threads at once.
 */
public final class ParamsBatch {

  private static final int OPEN_SERVICES = 16;

  private final Boto boto;
  private final Map<String, Open> open =
      new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
          return size() > OPEN_SERVICES;
        }
      };

  private record Open(Service service, ParamValidator validator, ClientCall client) {}

  /** Answers as that boto3 would. */
  public ParamsBatch(Boto boto) {
    this.boto = boto;
  }

  /** The answer to a line, one line of JSON without its end. */
  public String answer(String line) {
    return switch (TypedJson.read(line)) {
      case TypedJson.Unreadable u -> error(null, "column " + u.column() + ": " + u.why());
      case TypedJson.Value v -> v.value() instanceof Dict d ? answer(d) : error(null, "no object");
    };
  }

  private String answer(Dict record) {
    PyValue id = record.get("id");
    String name = text(record, "service");
    String operation = text(record, "operation");
    Open service = open(name);
    if (service == null) {
      return error(id, "no service `" + name + "`");
    }
    Optional<Operation> known =
        boto.catalog().operationName(name, operation).flatMap(service.service()::operation);
    if (known.isEmpty()) {
      return error(id, "no operation `" + operation + "` of " + name);
    }
    if (!(record.get("params") instanceof Dict params)) {
      return error(id, "`params` is no object");
    }
    Map<String, PyValue> answer = new LinkedHashMap<>();
    answer.put("id", id == null ? new None() : id);
    answer.put("validate", validate(service, known.get(), params));
    answer.put("client", client(service.client().refusal(known.get(), params)));
    return JsonText.line(dict(answer));
  }

  private @Nullable Open open(String name) {
    Open known = open.get(name);
    Optional<Service> read = known == null ? boto.catalog().service(name) : Optional.empty();
    if (read.isPresent()) {
      known = new Open(read.get(), boto.validator(read.get()), boto.client(read.get()));
      open.put(name, known);
    }
    return known;
  }

  private static Dict validate(Open service, Operation operation, Dict params) {
    Optional<Shape.Structure> input = service.service().input(operation.name());
    Validation validation =
        input.isPresent()
            ? service.validator().validate(params, input.get())
            : new Validation(List.of(), Optional.empty());
    Map<String, PyValue> answer = new LinkedHashMap<>();
    answer.put("ok", new Bool(validation.ok()));
    if (validation.leak().isPresent()) {
      answer.put("leak", dict(raised(validation.leak().get())));
    } else {
      answer.put("report", new Str(validation.report()));
    }
    return dict(answer);
  }

  private static Dict client(Optional<Raised> refusal) {
    Map<String, PyValue> answer = new LinkedHashMap<>();
    answer.put("ok", new Bool(refusal.isEmpty()));
    refusal.ifPresent(r -> answer.putAll(raised(r)));
    return dict(answer);
  }

  private static Map<String, PyValue> raised(Raised raised) {
    Map<String, PyValue> fields = new LinkedHashMap<>();
    fields.put("exception", new Str(raised.exception()));
    fields.put("message", new Str(raised.message()));
    return fields;
  }

  private static String error(@Nullable PyValue id, String why) {
    Map<String, PyValue> answer = new LinkedHashMap<>();
    answer.put("id", id == null ? new None() : id);
    answer.put("error", new Str(why));
    return JsonText.line(dict(answer));
  }

  private static String text(Dict record, String name) {
    return record.get(name) instanceof Str s ? s.value() : "";
  }

  private static Dict dict(Map<String, PyValue> fields) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    fields.forEach((k, v) -> entries.put(new Str(k), v));
    return new Dict(entries);
  }
}
