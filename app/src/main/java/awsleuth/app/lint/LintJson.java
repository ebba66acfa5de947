package awsleuth.app.lint;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.core.read.Readers;
import awsleuth.lint.Edit;
import awsleuth.lint.Finding;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Findings as JSON (docs/lint.schema.json). */
final class LintJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private LintJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(LintReport report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new LintJson(json).document(report);
    }
    return out.append('\n').toString();
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Readers.harmless(value));
  }

  private void document(LintReport report) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeNumberProperty("files", report.files().size());
    json.writeNumberProperty("fixed", report.fixed());
    json.writeNumberProperty("suppressed", report.suppressed());
    json.writeArrayPropertyStart("findings");
    for (LintedFile file : report.files()) {
      file.findings().forEach(f -> finding(file.path(), f));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("unreadable");
    for (LintedFile file : report.unreadable()) {
      json.writeStartObject();
      text("place", file.path());
      text("why", file.fault());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(String path, Finding f) {
    json.writeStartObject();
    text("id", f.id());
    text("level", f.level().word());
    text("path", path);
    json.writeNumberProperty("line", f.place().line());
    json.writeNumberProperty("column", f.place().column());
    json.writeNumberProperty("end_line", f.place().endLine());
    json.writeNumberProperty("end_column", f.place().endColumn());
    text("text", f.text());
    json.writeObjectPropertyStart("fix");
    text("applicability", f.fix().applicability().word());
    text("title", f.fix().title());
    text("code", f.fix().code());
    json.writeArrayPropertyStart("edits");
    for (Edit e : f.fix().edits()) {
      json.writeStartObject();
      json.writeNumberProperty("start", e.start());
      json.writeNumberProperty("end", e.end());
      text("text", e.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }
}
