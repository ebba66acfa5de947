package awsleuth.app.page;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.core.cause.Cause;
import awsleuth.core.page.Page;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Causes and pages as JSON (docs/pages.schema.json). */
final class PagesJson {

  private static final int VERSION = 1;

  private PagesJson() {}

  /** The ids, buckets and titles of causes, ending with a line break. */
  static String causes(List<Cause> causes) {
    return document(json -> {
      json.writeArrayPropertyStart("causes");
      for (Cause c : causes) {
        json.writeStartObject();
        json.writeStringProperty("id", c.id());
        json.writeStringProperty("bucket", c.id().substring(0, c.id().indexOf('/')));
        json.writeStringProperty("title", Page.of(c.id()).map(Page::title).orElse(""));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /** One page, ending with a line break. */
  static String page(String id, String title, Map<String, String> sections) {
    return document(json -> {
      json.writeStringProperty("id", id);
      json.writeStringProperty("title", title);
      json.writeObjectPropertyStart("sections");
      sections.forEach(json::writeStringProperty);
      json.writeEndObject();
    });
  }

  private static String document(Consumer<JsonGenerator> body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      body.accept(json);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }
}
