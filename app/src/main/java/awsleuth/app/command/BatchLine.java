package awsleuth.app.command;

import awsleuth.app.terminal.Printable;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One line of the batch contract.
 *
 * @param id the id as JSON, {@code null} where there is none
 * @param artifacts the evidence
 * @param notRead what evidence of the line is of another shape than the contract's, in words
 * @param error why the whole line cannot be read; empty where it could be
 */
public record BatchLine(String id, List<Artifact> artifacts, List<String> notRead, String error) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** One line of a batch, read. */
  public static BatchLine parse(String line) {
    Parsing parsing = new Parsing();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return parsing.failed("not a JSON object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        parsing.member(name, json);
      }
      return parsing.done();
    } catch (JacksonException e) {
      return parsing.failed("not valid JSON at column " + column(e));
    }
  }

  /** Where it stops being JSON; the parser's own words would quote the input. */
  private static int column(JacksonException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
  }

  private static final class Parsing {
    private String id = "null";
    private boolean text;
    private final List<String> notRead = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();

    void member(String name, JsonParser json) {
      switch (name) {
        case "id" -> id = json.currentToken().isNumeric() ? json.getString() : raw(json);
        case "text" -> {
          text = json.currentToken() == JsonToken.VALUE_STRING;
          artifacts.add(new Artifact("text", Kind.TRACEBACK, text ? json.getString() : ""));
        }
        case "policies" -> policies(json);
        case "trail" -> document(name, Kind.TRAIL, json);
        case "simulation" -> document(name, Kind.SIMULATION, json);
        case "authorization" -> document(name, Kind.AUTHORIZATION, json);
        case "usage" -> document(name, Kind.USAGE, json);
        case "tags" -> document(name, Kind.TAGS, json);
        case "params" -> params(json);
        case "env" -> environment(json);
        case "config" -> settings(name, Kind.CONFIG, json);
        case "credentials" -> settings(name, Kind.CREDENTIALS, json);
        default -> json.skipChildren();
      }
    }

    private void document(String name, Kind kind, JsonParser json) {
      switch (json.currentToken()) {
        case START_ARRAY, START_OBJECT, VALUE_NULL ->
            artifacts.add(new Artifact(name, kind, raw(json)));
        case VALUE_STRING -> artifacts.add(new Artifact(name, kind, json.getString()));
        default -> notRead(name + " is neither a list nor an object", json);
      }
    }

    private void settings(String name, Kind kind, JsonParser json) {
      if (!json.currentToken().isScalarValue()) {
        notRead(name + " is no text", json);
        return;
      }
      artifacts.add(new Artifact(name, kind, text(json)));
    }

    /** Says what is not read of a value, and passes over it. */
    private void notRead(String what, JsonParser json) {
      notRead.add(what);
      json.skipChildren();
    }

    /** A JSON object, or a text in any of the forms. */
    private void params(JsonParser json) {
      boolean string = json.currentToken() == JsonToken.VALUE_STRING;
      artifacts.add(new Artifact("params", Kind.PARAMS, string ? json.getString() : raw(json)));
    }

    private void policies(JsonParser json) {
      if (json.currentToken() == JsonToken.VALUE_NULL) {
        return;
      }
      if (json.currentToken() != JsonToken.START_ARRAY) {
        notRead("policies is no list", json);
        return;
      }
      int number = 0;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        policy(json, number++);
      }
    }

    private void policy(JsonParser json, int number) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        notRead("policies[" + number + "] is no object", json);
        return;
      }
      String type = "";
      String document = "";
      String name = "policy:" + number;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "type" -> type = text(json);
          case "name" -> name = Printable.line(text(json));
          case "document" ->
              document =
                  json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : raw(json);
          default -> json.skipChildren();
        }
      }
      if (!isJson(document)) {
        notRead("the document of policies[" + number + "] is not valid JSON", json);
        return;
      }
      artifacts.add(new Artifact(name, policyKind(type), document));
    }

    private void environment(JsonParser json) {
      StringBuilder lines = new StringBuilder();
      if (json.currentToken() == JsonToken.START_ARRAY) {
        notRead("env is neither an object nor a text", json);
        return;
      }
      if (json.currentToken() != JsonToken.START_OBJECT) {
        artifacts.add(new Artifact("env", Kind.ENV, text(json)));
        return;
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        lines.append(name).append('=').append(text(json).replace("\n", "\\n")).append('\n');
      }
      artifacts.add(new Artifact("env", Kind.ENV, lines.toString()));
    }

    BatchLine done() {
      return text ? new BatchLine(id, artifacts, notRead, "") : failed("no `text`");
    }

    BatchLine failed(String error) {
      return new BatchLine(id, List.of(), List.of(), error);
    }
  }

  /** Whether a text is one JSON value; what a policy's text says is for its reader. */
  private static boolean isJson(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() == null) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** The type as design and field write it: identity, resource, boundary, scp, vpc-endpoint … */
  static Kind policyKind(String type) {
    String t = type.toLowerCase(Locale.ROOT).replace("_", "-").replace("-policy", "");
    return switch (t) {
      case "identity", "identity-based", "role", "user", "group" -> Kind.POLICY_IDENTITY;
      case "resource", "resource-based", "bucket", "key", "queue", "topic" -> Kind.POLICY_RESOURCE;
      case "boundary", "permissions-boundary", "permission-boundary" -> Kind.POLICY_BOUNDARY;
      case "scp", "service-control" -> Kind.POLICY_SCP;
      case "rcp", "resource-control" -> Kind.POLICY_RCP;
      case "session" -> Kind.POLICY_SESSION;
      case "vpc-endpoint", "vpce", "endpoint" -> Kind.POLICY_VPC_ENDPOINT;
      case "trust", "assume-role" -> Kind.POLICY_TRUST;
      default -> Kind.POLICY;
    };
  }

  /** A scalar's text; empty for null, and for an object or array, which is passed over. */
  private static String text(JsonParser json) {
    boolean scalar = json.currentToken().isScalarValue();
    json.skipChildren();
    return scalar && json.currentToken() != JsonToken.VALUE_NULL ? json.getString() : "";
  }

  private static String raw(JsonParser json) {
    StringWriter out = new StringWriter();
    try (JsonGenerator copy = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      copy.copyCurrentStructure(json);
    }
    return out.toString();
  }
}
