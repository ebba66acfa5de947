package awsleuth.app.policy;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.iam.ConditionWords;
import awsleuth.iam.diff.Cited;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.Except;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.diff.Undecided;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** A comparison of policies as JSON (docs/policy-diff.schema.json). */
final class PolicyDiffJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private PolicyDiffJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole document of {@code --format json}. */
  static String document(Compared compared) {
    return written(view -> {
      view.json.writeStringProperty("old", compared.before());
      view.json.writeStringProperty("new", compared.after());
      view.members(compared);
    });
  }

  /** The answer to a line of a batch. */
  static String batch(String name, Compared compared) {
    return written(view -> {
      view.json.writeStringProperty("name", name);
      view.members(compared);
    });
  }

  /** The answer to a line of a batch that cannot be read. */
  static String error(String name, List<String> errors) {
    return written(view -> {
      view.json.writeStringProperty("name", name);
      view.strings("errors", errors);
    });
  }

  private static String written(java.util.function.Consumer<PolicyDiffJson> members) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      members.accept(new PolicyDiffJson(json));
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private void members(Compared compared) {
    PolicyDiff.Report report = compared.report();
    json.writeStringProperty("type", word(compared.type()));
    json.writeBooleanProperty("same", report.isSame());
    json.writeStringProperty("no_new_access", compared.newAccess().word());
    json.writeArrayPropertyStart("differences");
    report.differences().forEach(d -> difference(d, compared));
    json.writeEndArray();
    json.writeArrayPropertyStart("undecided");
    for (Undecided u : report.undecided()) {
      json.writeStartObject();
      json.writeStringProperty("what", u.what());
      strings("statements", u.statements());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void difference(Difference d, Compared compared) {
    json.writeStartObject();
    json.writeStringProperty("change", word(d.change()));
    json.writeStringProperty("who", d.who());
    json.writeStringProperty("grant", word(d.grant()));
    strings("actions", d.actions());
    json.writeBooleanProperty("other_services", d.others());
    json.writeBooleanProperty("unknown_actions", d.unknown());
    json.writeName("by");
    statement(d.by());
    if (d.but().isPresent()) {
      json.writeName("denied_by");
      statement(d.but().get());
    }
    json.writeArrayPropertyStart("excepts");
    d.excepts().forEach(this::except);
    json.writeEndArray();
    json.writeName("witness");
    request(d.witness());
    strings("odd", d.odd());
    json.writeBooleanProperty("decides", d.around().isPresent());
    json.writeBooleanProperty("past_limits", d.isPastLimits());
    json.writeStringProperty("command", compared.command(d, true));
    json.writeStringProperty("command_before", compared.command(d, false));
    json.writeEndObject();
  }

  private void except(Except except) {
    json.writeStartObject();
    json.writeName("statement");
    statement(except.statement());
    json.writeBooleanProperty("resource", except.resource());
    conditions(except.conditions());
    json.writeEndObject();
  }

  private void statement(Cited cited) {
    json.writeStartObject();
    json.writeStringProperty("side", cited.after() ? "new" : "old");
    json.writeStringProperty("file", cited.policy().name());
    json.writeNumberProperty("line", cited.statement().at().line());
    json.writeNumberProperty("statement", cited.statement().index());
    json.writeStringProperty("sid", cited.statement().sid());
    json.writeStringProperty("effect", word(cited.statement().effect()));
    Elements resources = cited.statement().resources();
    strings(
        resources.negated() ? "not_resources" : "resources",
        resources.values().stream().map(v -> v.value()).toList());
    conditions(cited.statement().conditions());
    json.writeEndObject();
  }

  private void conditions(List<Condition> conditions) {
    strings("conditions", conditions.stream().map(ConditionWords::stated).toList());
  }

  private void request(Request request) {
    json.writeStartObject();
    json.writeStringProperty("principal", request.principal().text());
    json.writeStringProperty("action", request.action());
    json.writeStringProperty("resource", request.resource());
    json.writeObjectPropertyStart("context");
    for (Map.Entry<String, ContextValue> e : new TreeMap<>(request.context().values()).entrySet()) {
      if (!(e.getValue() instanceof ContextValue.Present p)) {
        continue;
      }
      if (p.multivalued()) {
        strings(e.getKey(), p.values());
      } else {
        json.writeStringProperty(e.getKey(), p.values().getFirst());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
