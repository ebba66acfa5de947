package awsleuth.app.policy;

import awsleuth.app.terminal.Printable;
import awsleuth.iam.policy.Fault;
import java.io.StringWriter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is wrong with policies as JSON (docs/policy.schema.json). */
final class PolicyJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int VERSION = 1;

  private PolicyJson() {}

  /** The whole document of {@code --format json}. */
  static String document(PolicyCheck check) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeArrayPropertyStart("files");
      check.files().forEach(f -> json.writeString(Printable.line(f)));
      json.writeEndArray();
      json.writeArrayPropertyStart("faults");
      check.found().forEach(f -> fault(json, f));
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void fault(JsonGenerator json, PolicyCheck.Found found) {
    Fault fault = found.fault();
    json.writeStartObject();
    json.writeStringProperty("file", Printable.line(found.file()));
    json.writeNumberProperty("line", fault.at().line());
    json.writeNumberProperty("column", fault.at().column());
    json.writeStringProperty("severity", severity(fault));
    json.writeStringProperty("code", fault.code().name());
    json.writeStringProperty("message", Printable.line(fault.message()));
    json.writeEndObject();
  }

  /** How much a fault matters, in one word. */
  static String severity(Fault fault) {
    return fault.code().severity().name().toLowerCase(Locale.ROOT);
  }
}
