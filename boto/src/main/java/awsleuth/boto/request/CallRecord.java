package awsleuth.boto.request;

import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.Values;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.TypedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of {@code awsleuth endpoint --batch}: one call.
 *
 * @param id what tells it from the others; empty if the line has none
 * @param operation the API name
 * @param parameters of the call
 * @param arguments of the client
 * @param environment the variables
 * @param config the text of the config file; empty where there is none
 */
public record CallRecord(
    String id,
    String operation,
    Dict parameters,
    ClientArguments arguments,
    Map<String, String> environment,
    Optional<String> config) {

  /** What a line gave. */
  public sealed interface Reading {}

  /** A call. */
  public record Read(CallRecord value) implements Reading {}

  /** Not a call; {@code reason} says why, with the column. */
  public record Unreadable(String reason) implements Reading {}

  /** Reads a line. */
  public static Reading parse(String line) {
    return switch (TypedJson.read(line)) {
      case TypedJson.Unreadable wrong ->
          new Unreadable("column " + wrong.column() + ": " + wrong.why());
      case TypedJson.Value(PyValue value) ->
          value instanceof Dict record
              ? read(record)
              : new Unreadable("column 1: not a JSON object");
    };
  }

  private static Reading read(Dict record) {
    Optional<String> service = text(record, "service");
    Optional<String> operation = text(record, "operation");
    if (service.isEmpty() || operation.isEmpty()) {
      return new Unreadable("it needs `service` and `operation`");
    }
    Dict given = dict(record, "client_kwargs");
    Dict config = dict(record, "config");
    Map<String, String> environment = new LinkedHashMap<>();
    dict(record, "env")
        .entries()
        .forEach((name, value) -> environment.put(PythonText.str(name), PythonText.str(value)));
    boolean secure = !new PyValue.Bool(false).equals(given.get("use_ssl"));
    ClientArguments arguments =
        new ClientArguments(
            service.get(),
            text(given, "region_name"),
            text(given, "endpoint_url"),
            secure,
            true,
            text(given, "aws_account_id"),
            config.entries().isEmpty() ? Optional.empty() : Optional.of(Values.of(config)));
    PyValue id = record.get("id");
    return new Read(
        new CallRecord(
            id == null ? "" : PythonText.str(id),
            operation.get(),
            dict(record, "params"),
            arguments,
            environment,
            text(record, "config_file")));
  }

  private static Optional<String> text(Dict of, String name) {
    return of.get(name) instanceof Str(String text) ? Optional.of(text) : Optional.empty();
  }

  private static Dict dict(Dict of, String name) {
    return of.get(name) instanceof Dict dict ? dict : new Dict(new LinkedHashMap<>());
  }

  /** The session that botocore opens with the variables and the config file. */
  public Session.Opened session() {
    return Session.open(
        environment,
        Optional.empty(),
        new Session.Files(
            config.map(text -> ConfigReader.read("~/.aws/config", text)), Optional.empty()));
  }
}
