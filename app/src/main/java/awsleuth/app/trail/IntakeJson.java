package awsleuth.app.trail;

import awsleuth.app.terminal.Printable;
import awsleuth.trail.Damage;
import awsleuth.trail.Intake;
import tools.jackson.core.JsonGenerator;

/** What was read, as every answer's JSON has it. */
final class IntakeJson {

  private IntakeJson() {}

  /** Writes the member {@code read}. */
  static void write(JsonGenerator json, Intake intake) {
    json.writeObjectPropertyStart("read");
    json.writeNumberProperty("files", intake.files());
    json.writeNumberProperty("eventless", intake.eventless());
    json.writeNumberProperty("passed", intake.passed());
    json.writeNumberProperty("bytes", intake.bytes());
    json.writeNumberProperty("unpacked", intake.unpacked());
    json.writeNumberProperty("events", intake.events());
    json.writeNumberProperty("kept", intake.kept());
    json.writeNumberProperty("undated", intake.undated());
    json.writeNumberProperty("damaged", intake.damaged());
    json.writeArrayPropertyStart("damages");
    for (Damage damage : intake.damages()) {
      json.writeStartObject();
      json.writeStringProperty("file", Printable.line(damage.file()));
      json.writeStringProperty("what", Printable.line(damage.what()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
