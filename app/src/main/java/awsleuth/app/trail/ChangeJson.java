package awsleuth.app.trail;

import awsleuth.app.terminal.Printable;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.StatementChange;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Changes as members of JSON. */
final class ChangeJson {

  private ChangeJson() {}

  /** Into an object that is open. */
  static void members(JsonGenerator json, Change c) {
    json.writeStringProperty("time", Event.moment(c.event().time()));
    json.writeStringProperty("event", harmless(c.event().name()));
    json.writeStringProperty("service", harmless(c.event().service()));
    json.writeStringProperty("topic", c.topic().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("kind", c.thing().kind());
    json.writeStringProperty("name", harmless(c.thing().name()));
    json.writeStringProperty("part", harmless(c.part()));
    json.writeStringProperty("status", harmless(c.status()));
    json.writeStringProperty("actor", harmless(c.event().principal()));
    json.writeStringProperty("account", harmless(c.event().account()));
    json.writeStringProperty("region", harmless(c.event().region()));
    json.writeStringProperty("address", harmless(c.event().address()));
    json.writeStringProperty("code", harmless(c.event().code()));
    json.writeStringProperty("event_id", harmless(c.event().eventId()));
    json.writeStringProperty("source", harmless(c.source().toString()));
  }

  static void statements(JsonGenerator json, List<StatementChange> statements) {
    json.writeArrayPropertyStart("statements");
    for (StatementChange s : statements) {
      json.writeStartObject();
      json.writeStringProperty("how", s.how().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("statement", harmless(s.name()));
      json.writeStringProperty("before", harmless(s.before()));
      json.writeStringProperty("after", harmless(s.after()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String harmless(String text) {
    return Printable.line(text);
  }
}
