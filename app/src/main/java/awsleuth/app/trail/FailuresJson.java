package awsleuth.app.trail;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.app.terminal.Printable;
import awsleuth.trail.Event;
import awsleuth.trail.ask.CallPlace;
import awsleuth.trail.ask.FailureGroup;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** The answer as JSON (docs/trail-failures.schema.json). */
final class FailuresJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private FailuresJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole document. */
  static String of(FailuresAnswer answer) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new FailuresJson(json).document(answer);
    }
    return out.append('\n').toString();
  }

  private void document(FailuresAnswer answer) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeNumberProperty("failed", answer.failed());
    json.writeNumberProperty("repeated", answer.repeated());
    json.writeNumberProperty("repeated_share", answer.repeatedShare());
    json.writeNumberProperty("group_count", answer.groups());
    json.writeStringProperty("brought_together", answer.together().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("groups");
    answer.shown().forEach(this::group);
    json.writeEndArray();
    IntakeJson.write(json, answer.intake());
    json.writeEndObject();
  }

  private void group(ExplainedGroup e) {
    FailureGroup g = e.group();
    json.writeStartObject();
    text("event_source", g.source());
    text("operation", g.operation());
    text("principal", g.principal());
    text("code", g.code());
    text("reason", g.reason());
    json.writeNumberProperty("count", g.count());
    g.calls().ifPresent(n -> json.writeNumberProperty("calls", n));
    g.share().ifPresent(n -> json.writeNumberProperty("share", n));
    g.perHour().ifPresent(n -> json.writeNumberProperty("per_hour", n));
    g.first().ifPresent(t -> json.writeStringProperty("first", Event.moment(t)));
    g.last().ifPresent(t -> json.writeStringProperty("last", Event.moment(t)));
    text("message", g.event().message());
    json.writeBooleanProperty("messages_alike", g.alike());
    json.writeObjectPropertyStart("cause");
    text("id", e.id());
    json.writeStringProperty("certainty", e.certainty());
    text("summary", e.cause().isPresent() ? e.summary() : "");
    json.writeEndObject();
    json.writeArrayPropertyStart("samples");
    g.samples().forEach(this::sample);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sample(CallPlace s) {
    json.writeStartObject();
    if (s.time() != Event.UNKNOWN_TIME) {
      json.writeStringProperty("time", Event.moment(s.time()));
    }
    text("request_id", s.requestId());
    text("event_id", s.eventId());
    text("file", s.file());
    json.writeNumberProperty("record", s.record());
    json.writeEndObject();
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Printable.line(value));
  }
}
