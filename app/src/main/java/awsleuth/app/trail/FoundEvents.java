package awsleuth.app.trail;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.app.terminal.Printable;
import awsleuth.trail.Event;
import awsleuth.trail.ask.ById;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Events of a request that have no diagnosis, in each form. */
final class FoundEvents {

  private static final int VERSION = 1;

  private FoundEvents() {}

  /** One line of text each. */
  static String text(List<ById.Match> matches) {
    StringBuilder out = new StringBuilder();
    for (ById.Match m : matches) {
      out.append(Printable.line(what(m.event()) + ": " + place(m))).append('\n');
    }
    return out.toString();
  }

  /** A list. */
  static String markdown(List<ById.Match> matches) {
    StringBuilder out = new StringBuilder();
    for (ById.Match m : matches) {
      out.append("- ").append(Marked.text(what(m.event()))).append(": ");
      out.append(Marked.code(place(m))).append('\n');
    }
    return out.toString();
  }

  /** A diagnosis without failures, and the events (docs/diagnosis.schema.json). */
  static String json(List<ById.Match> matches) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeArrayPropertyStart("failures");
      json.writeEndArray();
      json.writeArrayPropertyStart("events");
      matches.forEach(m -> event(json, m));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void event(JsonGenerator json, ById.Match m) {
    Event e = m.event();
    json.writeStartObject();
    if (e.time() != Event.UNKNOWN_TIME) {
      json.writeStringProperty("time", Event.moment(e.time()));
    }
    json.writeStringProperty("event_source", Printable.line(e.source()));
    json.writeStringProperty("operation", Printable.line(e.name()));
    json.writeStringProperty("principal", Printable.line(e.principal()));
    json.writeStringProperty("code", Printable.line(e.code()));
    json.writeStringProperty("message", Printable.line(e.message()));
    json.writeStringProperty("request_id", Printable.line(e.requestId()));
    json.writeStringProperty("event_id", Printable.line(e.eventId()));
    json.writeStringProperty("file", Printable.line(m.record().file()));
    json.writeNumberProperty("line", m.record().line());
    json.writeEndObject();
  }

  private static String what(Event e) {
    return e.name()
        + " of "
        + e.service()
        + (e.isFailed()
            ? " failed (" + (e.message().isEmpty() ? e.code() : e.message()) + ")"
            : " did not fail");
  }

  private static String place(ById.Match m) {
    return m.record().file() + ":" + m.record().line();
  }
}
