package awsleuth.app.lint;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.core.read.Readers;
import awsleuth.lint.Edit;
import awsleuth.lint.Finding;
import awsleuth.lint.Fix;
import awsleuth.lint.Linter;
import awsleuth.lint.habit.HabitPage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Findings as SARIF 2.1.0, for what shows them beside the code.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class LintSarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Characters that stand for themselves in the path of a URI (RFC 3986, 3.3). */
  private static final String PLAIN = "-._~!$&'()*+,;=@/";

  private final JsonGenerator json;
  private final List<String> ids = Linter.ids();

  private LintSarif(JsonGenerator json) {
    this.json = json;
  }

  static String of(LintReport report, String version) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new LintSarif(json).document(report, version);
    }
    return out.append('\n').toString();
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Readers.harmless(value));
  }

  private void message(String name, String value) {
    json.writeObjectPropertyStart(name);
    text("text", value);
    json.writeEndObject();
  }

  private void document(LintReport report, String version) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool(version);
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    invocation(report);
    json.writeArrayPropertyStart("results");
    for (LintedFile file : report.files()) {
      file.findings().forEach(f -> result(file, f));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(String version) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "awsleuth");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    for (String id : ids) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      message("shortDescription", HabitPage.title(id));
      message("help", "awsleuth explain " + id);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void invocation(LintReport report) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", report.unreadable().isEmpty());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (LintedFile file : report.unreadable()) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      message("message", file.path() + ": " + file.fault());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void result(LintedFile file, Finding f) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", f.id());
    json.writeNumberProperty("ruleIndex", ids.indexOf(f.id()));
    json.writeStringProperty("level", f.level().word());
    message("message", f.text());
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    artifact(file.path());
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", f.place().line());
    json.writeNumberProperty("startColumn", f.place().column());
    json.writeNumberProperty("endLine", f.place().endLine());
    json.writeNumberProperty("endColumn", f.place().endColumn());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    if (f.fix().applicability() == Fix.Applicability.READY) {
      fix(file, f.fix());
    }
    json.writeEndObject();
  }

  private void artifact(String path) {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(Readers.harmless(path)));
    json.writeEndObject();
  }

  /** A path as a reference to a URI, relative where the path is. */
  static String uri(String path) {
    StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      out.append(
          plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }

  private void fix(LintedFile file, Fix fix) {
    json.writeArrayPropertyStart("fixes");
    json.writeStartObject();
    message("description", fix.title());
    json.writeArrayPropertyStart("artifactChanges");
    json.writeStartObject();
    artifact(file.path());
    json.writeArrayPropertyStart("replacements");
    for (Edit e : fix.edits()) {
      json.writeStartObject();
      json.writeObjectPropertyStart("deletedRegion");
      json.writeNumberProperty("charOffset", e.start());
      json.writeNumberProperty("charLength", e.end() - e.start());
      json.writeEndObject();
      message("insertedContent", e.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
