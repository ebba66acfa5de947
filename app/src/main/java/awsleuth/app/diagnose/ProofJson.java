package awsleuth.app.diagnose;

import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.ContextValue;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The member {@code proof} of a fix: what was decided, and what it takes to decide it again. */
final class ProofJson {

  /** The keys that decide which policies count, and whom a Principal that is a role names. */
  private static final Set<String> ALWAYS =
      Set.of("aws:PrincipalArn", "aws:SourceVpce", "aws:SourceVpc", "aws:ViaAWSService");

  private final JsonGenerator json;

  private final String documents;

  private ProofJson(JsonGenerator json, Proof proof) {
    this.json = json;
    this.documents =
        proof.documents().stream()
            .map(d -> d.before() + "\n" + d.after())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
  }

  static void write(JsonGenerator json, Proof proof) {
    new ProofJson(json, proof).write(proof);
  }

  /** What a type of policy is called here, such as {@code identity} or {@code vpc-endpoint}. */
  static String label(PolicyType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void write(Proof proof) {
    json.writeObjectPropertyStart("proof");
    json.writeBooleanProperty("holds", proof.holds());
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
    a.context()
        .forEach((key, value) -> {
          if (matters(key)) {
            value(key, value);
          }
        });
    json.writeEndObject();
    json.writeArrayPropertyStart("absent");
    a.absent().stream().filter(this::matters).forEach(json::writeString);
    json.writeEndArray();
    json.writeBooleanProperty("complete", a.complete());
    json.writeEndObject();
  }

  /** Whether a decision by the documents, or by such as are not kept here, may look at a key. */
  private boolean matters(String key) {
    return documents.isEmpty()
        || documents.contains(key.toLowerCase(Locale.ROOT))
        || ALWAYS.contains(key);
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
