package awsleuth.boto.endpoint;

import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.Session;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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
public record EndpointRecord(
    String id,
    String operation,
    Map<String, Object> parameters,
    ClientArguments arguments,
    Map<String, String> environment,
    Optional<String> config) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** What a line gave. */
  public sealed interface Reading {}

  /** A call. */
  public record Read(EndpointRecord value) implements Reading {}

  /** Not a call; {@code reason} says why, with the column. */
  public record Unreadable(String reason) implements Reading {}

  /** Reads a line. */
  public static Reading parse(String line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT && value(parser) instanceof Map<?, ?> map) {
        return read(strings(map));
      }
      return new Unreadable("column 1: not a JSON object");
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      return new Unreadable("column " + column + ": not JSON");
    }
  }

  private static Reading read(Map<String, Object> record) {
    Object service = record.get("service");
    Object operation = record.get("operation");
    if (!(service instanceof String client) || !(operation instanceof String name)) {
      return new Unreadable("it needs `service` and `operation`");
    }
    Map<String, Object> given = map(record, "client_kwargs");
    Map<String, Object> config = map(record, "config");
    Map<String, String> environment = new LinkedHashMap<>();
    map(record, "env").forEach((key, value) -> environment.put(key, Python.str(value)));
    ClientArguments arguments =
        new ClientArguments(
            client,
            text(given, "region_name"),
            text(given, "endpoint_url"),
            !Boolean.FALSE.equals(given.get("use_ssl")),
            true,
            text(given, "aws_account_id"),
            config.isEmpty() ? Optional.empty() : Optional.of(config));
    return new Read(
        new EndpointRecord(
            Python.str(record.getOrDefault("id", "")),
            name,
            map(record, "params"),
            arguments,
            environment,
            text(record, "config_file")));
  }

  private static Optional<String> text(Map<String, Object> of, String name) {
    return of.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Map<String, Object> map(Map<String, Object> of, String name) {
    return of.get(name) instanceof Map<?, ?> map ? strings(map) : Map.of();
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach((key, value) -> strings.put(Python.str(key), value));
    return strings;
  }

  /** The session that botocore opens with the variables and the config file. */
  public Session.Opened session() {
    return Session.open(
        environment,
        Optional.empty(),
        new Session.Files(
            config.map(text -> ConfigReader.read("~/.aws/config", text)), Optional.empty()));
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> new BigInteger(parser.getString());
      case VALUE_NUMBER_FLOAT -> Double.valueOf(parser.getString());
      case VALUE_STRING -> parser.getString();
      default -> null;
    };
  }

  private static Object object(JsonParser parser) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members.size() == 1 && members.get("$dict") instanceof List<?> pairs
        ? pairs(pairs)
        : members;
  }

  private static Object pairs(List<?> pairs) {
    Map<Object, Object> members = new LinkedHashMap<>();
    for (Object pair : pairs) {
      if (pair instanceof List<?> two && two.size() == 2) {
        members.put(two.get(0), two.get(1));
      }
    }
    return members;
  }
}
