package awsleuth.app.verify;

import awsleuth.app.terminal.JsonOutput;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** What became of the causes, as JSON (verification.schema.json). */
final class VerifiedJson {

  private static final int VERSION = 1;

  private VerifiedJson() {}

  static String document(List<VerifiedFailure> failures) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeBooleanProperty(
          "verified", failures.stream().allMatch(VerifiedFailure::isVerified));
      json.writeArrayPropertyStart("failures");
      for (VerifiedFailure failure : failures) {
        json.writeStartObject();
        json.writeStringProperty("headline", Retold.headline(failure.failure()));
        json.writeArrayPropertyStart("causes");
        failure.causes().forEach(cause -> cause(json, cause));
        json.writeEndArray();
        json.writeArrayPropertyStart("proofs");
        failure.proofs().forEach(p -> json.writeString(p.words()));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private static void cause(JsonGenerator json, Verified cause) {
    json.writeStartObject();
    json.writeStringProperty("id", cause.id());
    json.writeStringProperty(
        "state", cause.state().words().replace(' ', '-').toLowerCase(Locale.ROOT));
    json.writeStringProperty("why", cause.why());
    if (cause.next().isEmpty()) {
      json.writeNullProperty("next");
    } else {
      json.writeStringProperty("next", cause.next());
    }
    if (cause.instead().isEmpty()) {
      json.writeNullProperty("instead");
    } else {
      json.writeStringProperty("instead", cause.instead());
    }
    json.writeEndObject();
  }
}
