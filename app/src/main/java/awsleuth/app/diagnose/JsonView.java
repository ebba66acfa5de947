package awsleuth.app.diagnose;

import awsleuth.app.input.Looked;
import awsleuth.app.terminal.JsonOutput;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PythonText;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * The diagnosis as JSON, the contract (diagnosis.schema.json). A value that is not known is null.
 */
public final class JsonView {

  private static final int VERSION = 1;

  private final boolean all;
  private final JsonGenerator json;

  private JsonView(boolean all, JsonGenerator json) {
    this.all = all;
    this.json = json;
  }

  /** The whole document of {@code --format json}. */
  static String document(Diagnosed diagnosed, boolean all) {
    return document(diagnosed, all, json -> diagnosed.runs().json(json, diagnosed.diagnosis()));
  }

  /** The document with more members after those of the diagnosis. */
  public static String document(Diagnosed diagnosed, boolean all, Consumer<JsonGenerator> more) {
    return write(
        all,
        view -> {
          view.json.writeNumberProperty("version", VERSION);
          view.json.writeStringProperty("catalog", diagnosed.catalog());
          view.inputs(diagnosed.looked());
          view.failures(diagnosed.diagnosis());
          more.accept(view.json);
        });
  }

  private void inputs(List<Looked> inputs) {
    json.writeArrayPropertyStart("inputs");
    for (Looked input : inputs) {
      if (input.content() == Looked.Content.DIAGNOSIS) {
        continue;
      }
      json.writeStartObject();
      json.writeStringProperty("artifact", input.artifact());
      json.writeStringProperty("kind", input.kind().label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The failed calls of a diagnosis, as a property of an object that is open. */
  public static void failures(JsonGenerator json, Diagnosis diagnosis, boolean all) {
    new JsonView(all, json).failures(diagnosis);
  }

  /**
   * One line of the batch contract.
   *
   * @param notRead evidence of the line that could not be read, in words
   */
  static String batchLine(String id, Diagnosis diagnosis, List<String> notRead, boolean all) {
    return write(
        all,
        view -> {
          view.json.writeName("id");
          view.json.writeRawValue(id);
          view.failures(diagnosis);
          if (!notRead.isEmpty()) {
            view.json.writeArrayPropertyStart("not_read");
            notRead.forEach(view.json::writeString);
            view.json.writeEndArray();
          }
        });
  }

  /** A batch line that could not be read. */
  static String batchError(String id, String error) {
    return write(
        false,
        view -> {
          view.json.writeName("id");
          view.json.writeRawValue(id);
          view.json.writeStringProperty("error", error);
        });
  }

  private interface Body {
    void write(JsonView view);
  }

  private static String write(boolean all, Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      body.write(new JsonView(all, json));
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  private void failures(Diagnosis diagnosis) {
    json.writeArrayPropertyStart("failures");
    for (FailureDiagnosis f : diagnosis.failures()) {
      json.writeStartObject();
      call(f);
      json.writeNumberProperty("count", f.failure().count());
      json.writeNumberProperty("last_line", f.failure().last().line());
      json.writeStringProperty("last_artifact", f.failure().last().artifact());
      text("bucket", f.bucket());
      json.writeArrayPropertyStart("causes");
      for (Verdict v : f.verdicts()) {
        verdict(v);
      }
      json.writeEndArray();
      conflicts(f.conflicts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Only where there are some, as proofs are. */
  private void conflicts(List<Conflict> conflicts) {
    if (!conflicts.isEmpty()) {
      json.writeArrayPropertyStart("conflicts");
      conflicts.forEach(this::conflict);
      json.writeEndArray();
    }
  }

  private void conflict(Conflict c) {
    json.writeStartObject();
    json.writeStringProperty("kind", c.kind());
    json.writeStringProperty("what", c.what());
    citations("says", c.says());
    json.writeBooleanProperty("settled", c.taken() instanceof Conflict.Taken.One);
    json.writeStringProperty("taken", c.taken().words());
    json.writeEndObject();
  }

  private void call(FailureDiagnosis f) {
    FailedCall call = f.failure().call();
    json.writeObjectPropertyStart("call");
    text("exception", call.exception());
    text("service", call.service());
    json.writeBooleanProperty("service_inferred", call.serviceInferred());
    text("operation", call.operation());
    text("code", call.code());
    text("message", call.message());
    number("http_status", call.httpStatus());
    text("request_id", call.requestId());
    text("region", call.region());
    text("endpoint", call.endpoint());
    number("max_retries", call.maxRetries());
    text("parameters", f.written().map(w -> PythonText.repr(w.call().params())).orElse(""));
    unread(f);
    json.writeStringProperty("artifact", call.source().artifact());
    json.writeNumberProperty("line", call.source().line());
    json.writeEndObject();
  }

  private void unread(FailureDiagnosis f) {
    json.writeArrayPropertyStart("unread");
    f.written().stream()
        .flatMap(w -> w.call().unread().stream())
        .map(GivenCall.Unread::name)
        .filter(name -> !name.isEmpty())
        .forEach(json::writeString);
    json.writeEndArray();
  }

  private void verdict(Verdict v) {
    switch (v.outcome()) {
      case Outcome.Confirmed c -> finding(v.id(), "confirmed", c.finding(), List.of());
      case Outcome.Possible p -> finding(v.id(), "possible", p.finding(), p.missing());
      case Outcome.RuledOut r -> {
        if (all) {
          plain(v.id(), "ruled-out", r.reason(), r.because());
        }
      }
      case Outcome.Crashed c -> plain(v.id(), "crashed", c.error(), List.of());
    }
  }

  private void plain(String id, String outcome, String summary, List<Source> because) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty("outcome", outcome);
    json.writeStringProperty("summary", summary);
    because(because.stream().map(s -> new Citation(summary, s)).toList());
    json.writeEndObject();
  }

  private void finding(String id, String outcome, Finding f, List<Need> needs) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty("outcome", outcome);
    json.writeStringProperty("summary", f.summary());
    json.writeStringProperty("specificity", f.specificity().name().toLowerCase(Locale.ROOT));
    because(f.because());
    needs(needs);
    fixes(f.fixes());
    json.writeObjectPropertyStart("verification");
    json.writeStringProperty("kind", Words.kind(f.verification()));
    json.writeStringProperty("command", f.verification().command());
    json.writeStringProperty("expect", f.verification().expect());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void because(List<Citation> because) {
    citations("because", because);
  }

  private void citations(String name, List<Citation> citations) {
    json.writeArrayPropertyStart(name);
    for (Citation c : citations) {
      json.writeStartObject();
      json.writeStringProperty("text", c.text());
      json.writeStringProperty("artifact", c.source().artifact());
      json.writeNumberProperty("line", c.source().line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void needs(List<Need> needs) {
    json.writeArrayPropertyStart("needs");
    for (Need n : needs) {
      json.writeStartObject();
      json.writeStringProperty("what", n.what());
      json.writeStringProperty("how", n.how());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fixes(List<Fix> fixes) {
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : fixes) {
      json.writeStartObject();
      json.writeStringProperty("kind", Words.kind(fix));
      json.writeStringProperty("title", fix.title());
      json.writeStringProperty("text", fix.text());
      json.writeStringProperty("applicability", Words.applicability(fix));
      fix.proof().ifPresent(p -> ProofJson.write(json, p));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, String value) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  private void number(String name, OptionalInt value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsInt());
    } else {
      json.writeNullProperty(name);
    }
  }
}
