package awsleuth.app.credentials;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Fingerprint;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.boto.credentials.RegionWords;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Credentials as JSON (docs/credentials.schema.json). */
final class CredentialsJson {

  private static final int VERSION = 1;

  private final CredentialsReport report;
  private final JsonGenerator json;

  private CredentialsJson(CredentialsReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  static String document(CredentialsReport report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new CredentialsJson(report, json).write();
    }
    return out.append('\n').toString();
  }

  private void write() {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    resolution("boto3", report.boto3(), true);
    resolution("cli", report.cli(), false);
    texts("differences", report.differences());
    texts("hidden", report.shadows());
    if (!report.live().isEmpty()) {
      texts("live", report.live());
    }
    json.writeArrayPropertyStart("remarks");
    report.remarks().forEach(this::remark);
    json.writeEndArray();
    json.writeNumberProperty("other_remarks", report.others());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(t -> json.writeString(report.shown(t)));
    json.writeEndArray();
  }

  private void remark(Remark remark) {
    json.writeStartObject();
    text("weight", remark.weight().name().toLowerCase(Locale.ROOT));
    text("text", remark.words());
    remark.place().ifPresent(p -> text("place", p.toString()));
    json.writeEndObject();
  }

  private void resolution(String name, Resolution resolution, boolean steps) {
    json.writeObjectPropertyStart(name);
    resolution.refused().ifPresent(r -> raised("refused", r));
    if (!resolution.notes().isEmpty()) {
      notes(resolution.notes());
    }
    json.writeObjectPropertyStart("profile");
    text("name", resolution.profileName());
    resolution.profile().ifPresent(p -> text("source", CredentialsWords.place(p.origin())));
    json.writeEndObject();
    region(resolution.region());
    if (resolution.refused().isEmpty()) {
      outcome(resolution);
    }
    if (steps) {
      json.writeArrayPropertyStart("providers");
      resolution.steps().forEach(this::step);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void region(RegionOutcome region) {
    json.writeObjectPropertyStart("region");
    switch (region) {
      case RegionOutcome.Known(Optional<Found<String>> found) ->
          found.ifPresent(f -> {
            text("name", RegionWords.of(f));
            text("source", CredentialsWords.place(f.origin()));
          });
      case RegionOutcome.Raises(Raised raised) -> raised("raises", raised);
    }
    json.writeEndObject();
  }

  private void outcome(Resolution resolution) {
    json.writeObjectPropertyStart("credentials");
    switch (resolution.outcome()) {
      case Outcome.Won(Method method, String type) -> {
        text("method", method.text());
        text("class", type);
      }
      case Outcome.Nothing _ -> json.writeBooleanProperty("none", true);
      case Outcome.Raises(Raised raised) -> raised("raises", raised);
      case Outcome.Open(Method method, Ask ask) -> {
        text("method", method.text());
        text("asks", ask.words());
      }
    }
    CredentialsWords.keys(resolution).ifPresent(this::keys);
    resolution.expiry().ifPresent(e -> text("expires", e));
    CredentialsWords.firstCall(resolution, report.live()).ifPresent(f -> text("first_call", f));
    json.writeEndObject();
  }

  private void keys(Fingerprint keys) {
    text("access_key", keys.accessKey());
    json.writeBooleanProperty("session_token", keys.token());
    keys.account().ifPresent(a -> text("account", a));
  }

  private void step(Step step) {
    json.writeStartObject();
    text("method", step.method().text());
    text("verdict", step.verdict().name().toLowerCase(Locale.ROOT));
    notes(step.notes());
    json.writeEndObject();
  }

  private void notes(List<Note> notes) {
    json.writeArrayPropertyStart("notes");
    notes.forEach(note -> json.writeString(report.shown(CredentialsWords.note(note))));
    json.writeEndArray();
  }

  private void raised(String name, Raised raised) {
    json.writeObjectPropertyStart(name);
    text("exception", raised.exception());
    text("message", Resolution.message(raised));
    json.writeEndObject();
  }

  private void text(String name, String text) {
    json.writeStringProperty(name, report.shown(text));
  }
}
