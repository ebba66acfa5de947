package awsleuth.app.endpoint;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.boto.Raised;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.RuleInput;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.endpoint.Trace;
import awsleuth.boto.request.CallRecord;
import awsleuth.boto.request.RequestOutcome;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Endpoints as JSON (docs/endpoint.schema.json), and the answers of the batch contract. */
final class EndpointJson {

  private static final int VERSION = 1;

  private EndpointJson() {}

  private interface Body {
    void write(JsonGenerator json);
  }

  private static String write(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  /** The whole document of {@code --format json}. */
  static String document(Endpointed e, boolean all) {
    return write(json -> {
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("catalog", e.catalog());
      json.writeStringProperty("service", e.service());
      text(
          json,
          "operation",
          e.operation().isEmpty() ? Optional.empty() : Optional.of(e.operation()));
      text(json, "endpoint", e.endpoint().map(e::shown));
      text(json, "url", e.request().map(e::shown));
      text(json, "template", e.template().map(e::shown));
      if (e.signing().isPresent()) {
        Signing signing = e.signing().get();
        json.writeObjectPropertyStart("signing");
        signing(json, signing, true);
        json.writeStringProperty("version", signing.signed() ? signing.version() : "none");
        json.writeEndObject();
      } else {
        json.writeNullProperty("signing");
      }
      if (e.raised().isPresent()) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("exception", e.raised().get().exception());
        json.writeStringProperty("message", e.shown(e.raised().get().message()));
        json.writeEndObject();
      } else {
        json.writeNullProperty("error");
      }
      advice(json, e);
      settings(json, e);
      rules(json, all ? e.trace().steps() : e.trace().decisive());
    });
  }

  private static void text(JsonGenerator json, String name, Optional<String> text) {
    if (text.isPresent()) {
      json.writeStringProperty(name, text.get());
    } else {
      json.writeNullProperty(name);
    }
  }

  private static void advice(JsonGenerator json, Endpointed e) {
    json.writeArrayPropertyStart("advice");
    for (Advice advice : e.advice()) {
      json.writeStartObject();
      json.writeStringProperty("kind", kind(advice));
      json.writeBooleanProperty("fault", advice.isFault());
      json.writeStringProperty("text", e.shown(advice.words()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String kind(Advice advice) {
    return switch (advice) {
      case Advice.UnknownRegion _ -> "unknown-region";
      case Advice.ZoneForRegion _ -> "zone-for-region";
      case Advice.NotInRegion _ -> "not-in-region";
      case Advice.OneEndpoint _ -> "one-endpoint";
      case Advice.OtherPartition _ -> "other-partition";
      case Advice.OtherRegion _ -> "other-region";
      case Advice.NoRegion _ -> "no-region";
      case Advice.OtherUrl _ -> "other-url";
      case Advice.WithoutScheme _ -> "without-scheme";
      case Advice.NoHostName _ -> "no-host-name";
      case Advice.OtherProfiles _ -> "other-profiles";
      case Advice.OtherZone _ -> "other-zone";
      case Advice.Change _ -> "change";
      case Advice.OlderCode _ -> "older-code";
      case Advice.NoFips _ -> "no-fips";
      case Advice.NeedsUrl _ -> "needs-url";
      case Advice.OtherHost _ -> "other-host";
      case Advice.BucketInHost _ -> "bucket-in-host";
      case Advice.NotRead _ -> "not-read";
      case Advice.WithCrt _ -> "with-crt";
    };
  }

  private static void settings(JsonGenerator json, Endpointed e) {
    json.writeArrayPropertyStart("settings");
    for (Client.Decision d : e.settings()) {
      json.writeStartObject();
      json.writeStringProperty("name", d.setting().words());
      json.writeStringProperty("value", e.shown(d.found().value()));
      json.writeStringProperty("from", d.found().origin().words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("parameters");
    for (RuleInput input : e.inputs()) {
      json.writeStartObject();
      json.writeStringProperty("name", input.name());
      json.writeStringProperty("value", e.shown(input.value()));
      json.writeStringProperty("from", Endpointed.source(input.source()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rules(JsonGenerator json, List<Trace.Step> steps) {
    json.writeArrayPropertyStart("rules");
    for (Trace.Step step : steps) {
      json.writeStartObject();
      json.writeStringProperty("rule", step.number());
      json.writeBooleanProperty("decided", step.decided());
      json.writeArrayPropertyStart("conditions");
      for (Trace.Condition condition : step.conditions()) {
        json.writeStartObject();
        json.writeStringProperty("text", condition.call().toString());
        json.writeBooleanProperty("held", condition.held());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A line that could not be read. */
  static String batchError(String id, String error) {
    return write(json -> {
      text(json, "id", id.isEmpty() ? Optional.empty() : Optional.of(id));
      json.writeStringProperty("error", error);
    });
  }

  /** A call for which botocore raises, where the client is made or later. */
  static String batchRefused(CallRecord call, Raised raised, boolean client) {
    return write(json -> {
      json.writeStringProperty("id", call.id());
      json.writeObjectPropertyStart("expect");
      json.writeObjectPropertyStart(client ? "client_error" : "error");
      json.writeStringProperty("exception", raised.exception());
      json.writeStringProperty("message", raised.message());
      json.writeEndObject();
      json.writeEndObject();
    });
  }

  /** A call for which botocore sends a request. */
  static String batchLine(CallRecord call, RequestOutcome.Request request) {
    return write(json -> {
      json.writeStringProperty("id", call.id());
      json.writeObjectPropertyStart("expect");
      json.writeObjectPropertyStart("request");
      json.writeStringProperty("url", request.masked());
      json.writeObjectPropertyStart("signing");
      signing(json, request.signing(), request.legible());
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    });
  }

  private static void signing(JsonGenerator json, Signing signing, boolean legible) {
    json.writeStringProperty("scheme", signing.scheme());
    if (legible && signing.scheme().equals("AWS4-HMAC-SHA256")) {
      json.writeStringProperty("region", String.valueOf(signing.region()));
      json.writeStringProperty("name", signing.name());
    }
  }
}
