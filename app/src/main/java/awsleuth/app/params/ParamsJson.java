package awsleuth.app.params;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.boto.Raised;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Hidden;
import awsleuth.boto.params.ParamError;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.JsonText;
import awsleuth.core.read.Readers;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** A review of parameters as JSON (docs/params.schema.json). */
final class ParamsJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private ParamsJson(JsonGenerator json) {
    this.json = json;
  }

  static String of(ParamsCall call, Review review, String origin) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new ParamsJson(json).document(new ParamsView(call, review), origin);
    }
    return out.append('\n').toString();
  }

  private void text(String name, String value) {
    json.writeStringProperty(name, Readers.harmless(ParamsView.known(value)));
  }

  private void document(ParamsView view, String origin) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    text("service", view.call().service().metadata().name());
    text("operation", view.call().operation().name());
    text("catalog", origin);
    text("verdict", view.verdict());
    early(view);
    error(view);
    json.writeArrayPropertyStart("report");
    List<ParamError> errors = view.early() ? List.of() : view.review().validation().errors();
    for (ParamError e : errors) {
      json.writeStartObject();
      text("parameter", e.place().path());
      text("text", Hidden.text(e, view.review().withheld()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("advice");
    for (Advice a : view.review().advice()) {
      json.writeStartObject();
      text("parameter", a.place().path());
      text("kind", a.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      text("text", a.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    unread(view);
    fix(view);
    json.writeEndObject();
  }

  /** What is said before botocore sees the call, and how the call was understood. */
  private void early(ParamsView view) {
    json.writeArrayPropertyStart("refusals");
    for (GivenCall.Refusal r : view.call().given().refusals()) {
      json.writeStartObject();
      text("by", r.by());
      text("text", r.text());
      text("meant", r.meant());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("inferred");
    view.call().given().inferred().forEach(i -> json.writeString(Readers.harmless(i)));
    json.writeEndArray();
  }

  private void error(ParamsView view) {
    if (view.early() || view.review().refusal().isEmpty()) {
      json.writeNullProperty("error");
      return;
    }
    Raised raised = view.review().refusal().get();
    json.writeObjectPropertyStart("error");
    text("exception", raised.exception());
    List<String> says = view.says();
    boolean named = !says.isEmpty() && says.getFirst().equals(raised.exception());
    text("message", String.join("\n", named ? says.subList(1, says.size()) : says));
    json.writeEndObject();
  }

  private void unread(ParamsView view) {
    json.writeArrayPropertyStart("unread");
    for (GivenCall.Unread u : view.call().given().unread()) {
      json.writeStartObject();
      text("parameter", u.name());
      json.writeNumberProperty("line", u.line());
      text("why", view.why(u));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fix(ParamsView view) {
    if (view.fix().isEmpty()) {
      json.writeNullProperty("fix");
      return;
    }
    json.writeObjectPropertyStart("fix");
    text("applicability", view.applicability());
    json.writeBooleanProperty("accepted", view.review().valid());
    json.writeName("params");
    json.writeRawValue(Readers.harmless(JsonText.line(view.corrected())));
    text("call", view.fix());
    json.writeEndObject();
  }
}
