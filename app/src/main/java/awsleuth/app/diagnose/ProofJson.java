package awsleuth.app.diagnose;

import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.ContextValue;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/**
 * The member {@code proof} of a fix: what was decided, and what it takes to decide it again, by
 * other policies too: all keys that are known, whether those of then look at them or not.
 */
final class ProofJson {

  private final JsonGenerator json;

  private ProofJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(JsonGenerator json, Proof proof) {
    new ProofJson(json).write(proof);
  }

  /** What a type of policy is called here, such as {@code identity} or {@code vpc-endpoint}. */
  static String label(PolicyType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String label(Proof.Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void write(Proof proof) {
    json.writeObjectPropertyStart("proof");
    json.writeBooleanProperty("holds", proof.holds());
    json.writeStringProperty("changes", proof.ofCall() ? "call" : "policies");
    json.writeArrayPropertyStart("denied_by");
    proof.deniedBy().forEach(this::denier);
    json.writeEndArray();
    json.writeArrayPropertyStart("requests");
    proof.lines().forEach(this::line);
    json.writeEndArray();
    json.writeArrayPropertyStart("depends_on");
    proof.dependsOn().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("supposes");
    proof.supposes().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("policies");
    proof.documents().forEach(this::document);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void denier(Proof.Denier d) {
    json.writeStartObject();
    json.writeStringProperty("words", d.words());
    text("file", d.file());
    OptionalInt line = d.line().map(OptionalInt::of).orElse(OptionalInt.empty());
    if (line.isPresent()) {
      json.writeNumberProperty("line", line.getAsInt());
    } else {
      json.writeNullProperty("line");
    }
    json.writeEndObject();
  }

  private void line(Proof.Line l) {
    json.writeStartObject();
    json.writeStringProperty("part", label(l.part()));
    json.writeStringProperty("before", l.part().before());
    json.writeStringProperty("after", l.part().after());
    json.writeStringProperty("what", l.what());
    json.writeNumberProperty("count", l.count());
    json.writeArrayPropertyStart("examples");
    l.examples().forEach(this::asked);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void asked(Proof.Asked a) {
    json.writeStartObject();
    json.writeStringProperty("principal", a.principal());
    json.writeStringProperty("action", a.action());
    json.writeStringProperty("resource", a.resource());
    text("resource_account", a.owner());
    json.writeObjectPropertyStart("context");
    a.context().forEach(this::value);
    json.writeEndObject();
    json.writeArrayPropertyStart("absent");
    a.absent().forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("complete", a.complete());
    json.writeEndObject();
  }

  private void value(String key, ContextValue.Present value) {
    if (!value.multivalued() && value.values().size() == 1) {
      json.writeStringProperty(key, value.values().getFirst());
      return;
    }
    json.writeArrayPropertyStart(key);
    value.values().forEach(json::writeString);
    json.writeEndArray();
  }

  private void document(Proof.Document d) {
    json.writeStartObject();
    json.writeStringProperty("type", label(d.type()));
    json.writeStringProperty("name", d.name());
    text("level", d.level());
    text("before", d.before());
    json.writeStringProperty("after", d.after());
    json.writeEndObject();
  }

  private void text(String name, String value) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }
}
