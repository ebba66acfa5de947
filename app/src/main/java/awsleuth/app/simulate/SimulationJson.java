package awsleuth.app.simulate;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.iam.Decision;
import awsleuth.iam.Dependency;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.MismatchWords;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.PolicyChange;
import awsleuth.iam.repair.Proposal;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Decisions as JSON (docs/simulation.schema.json), and the answers of the batch contract. */
final class SimulationJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private SimulationJson(JsonGenerator json) {
    this.json = json;
  }

  private interface Body {
    void write(SimulationJson view);
  }

  private static String write(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      body.write(new SimulationJson(json));
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  /** The whole document of {@code --format json}. */
  static String document(List<Simulation> simulations) {
    return write(view -> {
      view.json.writeNumberProperty("version", VERSION);
      view.json.writeArrayPropertyStart("decisions");
      for (Simulation s : simulations) {
        view.json.writeStartObject();
        view.decision(s.decision(), s.origins());
        view.json.writeArrayPropertyStart("notes");
        s.notes().forEach(view.json::writeString);
        view.json.writeEndArray();
        view.proposals(s.proposals().all());
        view.json.writeStringProperty("obstacle", s.proposals().obstacle());
        view.json.writeEndObject();
      }
      view.json.writeEndArray();
    });
  }

  /** One line of the batch contract. */
  static String batchLine(String name, Decision decision) {
    return write(view -> {
      view.json.writeStringProperty("name", name);
      view.summary(decision);
      if (decision.denied() && decision.result() == Result.UNKNOWN) {
        view.json.writeBooleanProperty("denied", true);
      }
    });
  }

  /** A batch line that could not be decided. */
  static String batchError(String name, List<String> errors) {
    return write(view -> {
      view.json.writeStringProperty("name", name);
      view.json.writeStringProperty("error", String.join("; ", errors));
    });
  }

  private void summary(Decision d) {
    json.writeStringProperty("decision", d.result().text());
    json.writeArrayPropertyStart("blockedBy");
    d.blockers().stream().map(b -> b.layer().field()).distinct().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("matched");
    for (StatementReport s : d.matched()) {
      json.writeStartObject();
      statement(s);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("depends");
    d.dependencies().forEach(each -> each.keys().forEach(json::writeString));
    json.writeEndArray();
  }

  private void decision(Decision d, Map<String, String> origins) {
    json.writeObjectPropertyStart("request");
    json.writeStringProperty("principal", d.request().principal().text());
    json.writeStringProperty("action", d.request().action());
    json.writeStringProperty("resource", d.request().resource());
    json.writeEndObject();
    summary(d);
    json.writeBooleanProperty("denied", d.denied());
    json.writeArrayPropertyStart("notGiven");
    d.notGiven().forEach(kind -> json.writeString(kind.field()));
    json.writeEndArray();
    json.writeArrayPropertyStart("outcomes");
    d.dependencies().forEach(each -> each.outcomes().forEach(this::outcome));
    json.writeEndArray();
    if (d.nearest().isPresent()) {
      json.writeObjectPropertyStart("nearest");
      explained(d.nearest().get(), origins);
      json.writeEndObject();
    } else {
      json.writeNullProperty("nearest");
    }
    json.writeArrayPropertyStart("layers");
    for (LayerReport l : d.layers()) {
      if (l.outcome() != LayerReport.Outcome.NONE_ATTACHED) {
        layer(l, origins);
      }
    }
    json.writeEndArray();
  }

  private void proposals(List<Proposal> proposals) {
    json.writeArrayPropertyStart("proposals");
    for (Proposal p : proposals) {
      json.writeStartObject();
      json.writeStringProperty("title", p.title());
      json.writeStringProperty("applicability", "review");
      json.writeArrayPropertyStart("changes");
      p.policies().forEach(this::change);
      json.writeEndArray();
      json.writeObjectPropertyStart("context");
      new TreeMap<>(p.context())
          .forEach((key, value) -> json.writeStringProperty(key, value.replace("`", "")));
      json.writeEndObject();
      json.writeArrayPropertyStart("widens");
      p.widens().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void change(PolicyChange change) {
    json.writeStartObject();
    json.writeStringProperty("layer", change.layer().field());
    json.writeStringProperty("policy", change.policy().map(Policy::name).orElse(""));
    json.writeStringProperty(change.policy().isPresent() ? "diff" : "document", change.diff());
    json.writeEndObject();
  }

  private void outcome(Dependency.Outcome o) {
    json.writeStartObject();
    json.writeObjectPropertyStart("values");
    new TreeMap<>(o.values()).forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("decision", o.result().text());
    json.writeEndObject();
  }

  private void layer(LayerReport l, Map<String, String> origins) {
    json.writeStartObject();
    json.writeStringProperty("layer", l.layer().field());
    json.writeStringProperty("id", l.id());
    json.writeStringProperty(
        "outcome", l.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeArrayPropertyStart("statements");
    for (StatementReport s : l.statements()) {
      json.writeStartObject();
      explained(s, origins);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void statement(StatementReport s) {
    json.writeStringProperty("policy", s.policy().name());
    json.writeNumberProperty("statement", s.statement().index());
    json.writeStringProperty("sid", s.statement().sid());
    json.writeStringProperty(
        "effect", s.statement().effect().name().charAt(0) == 'A' ? "Allow" : "Deny");
    json.writeNumberProperty("line", s.statement().at().line());
  }

  private void explained(StatementReport s, Map<String, String> origins) {
    statement(s);
    json.writeStringProperty("applies", s.applies().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("mismatches");
    for (Mismatch m : s.mismatches()) {
      json.writeStartObject();
      json.writeStringProperty("element", MismatchWords.element(m));
      json.writeStringProperty("says", MismatchWords.of(m));
      if (m instanceof Mismatch.OfCondition c) {
        condition(c, origins);
      }
      json.writeNumberProperty("line", m.at().line());
      json.writeNumberProperty("column", m.at().column());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void condition(Mismatch.OfCondition c, Map<String, String> origins) {
    String key = c.condition().key().value();
    json.writeStringProperty("operator", c.condition().operator().toString());
    json.writeStringProperty("key", key);
    json.writeArrayPropertyStart("wanted");
    c.condition().values().forEach(v -> json.writeString(v.value()));
    json.writeEndArray();
    switch (c.actual()) {
      case awsleuth.iam.request.ContextValue.Present p -> {
        json.writeArrayPropertyStart("actual");
        p.values().forEach(json::writeString);
        json.writeEndArray();
      }
      case awsleuth.iam.request.ContextValue.Absent _ -> json.writeNullProperty("actual");
      case awsleuth.iam.request.ContextValue.Unknown _ ->
          json.writeStringProperty("actual", "unknown");
    }
    String origin = origins.getOrDefault(key.toLowerCase(Locale.ROOT), "");
    if (!origin.isEmpty()) {
      json.writeStringProperty("source", origin);
    }
  }
}
