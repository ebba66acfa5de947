package awsleuth.app.doctor;

import awsleuth.app.diagnose.JsonView;
import awsleuth.app.terminal.JsonOutput;
import awsleuth.collect.doctor.Step;
import awsleuth.core.evidence.ProbeResult;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** An examination as JSON (doctor.schema.json). A value that is not known is null. */
final class DoctorJson {

  private static final int VERSION = 1;

  private DoctorJson() {}

  static String document(Examined examined, boolean all) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeStringProperty("catalog", examined.diagnosed().catalog());
      json.writeArrayPropertyStart("steps");
      for (int i = 0; i < examined.steps().size(); i++) {
        step(json, examined.steps().get(i), examined.probes().get(i));
      }
      json.writeEndArray();
      JsonView.failures(json, examined.diagnosed().diagnosis(), all);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void step(JsonGenerator json, Step step, ProbeResult probe) {
    json.writeStartObject();
    json.writeNumberProperty("number", step.number());
    json.writeStringProperty("step", probe.step());
    text(json, "service", probe.call().service());
    text(json, "operation", probe.call().operation());
    text(json, "region", probe.call().region());
    text(json, "endpoint", probe.call().endpoint());
    json.writeStringProperty("outcome", probe.verdict().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("summary", probe.words());
    json.writeNumberProperty("milliseconds", step.took().toMillis());
    json.writeBooleanProperty("slow", step.isSlow());
    json.writeObjectPropertyStart("facts");
    probe.facts().forEach(json::writeStringProperty);
    json.writeEndObject();
    text(json, "raises", probe.raised());
    json.writeArrayPropertyStart("by_hand");
    step.commands().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }
}
