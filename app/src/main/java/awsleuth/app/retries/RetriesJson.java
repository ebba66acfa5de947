package awsleuth.app.retries;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.load.Advice;
import awsleuth.boto.retry.load.LoadResult;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Repetitions as JSON (docs/retries.schema.json). */
final class RetriesJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  private RetriesJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole document of {@code --format json}. */
  static String document(Retries retries) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new RetriesJson(json).write(retries);
    }
    return out.append('\n').toString();
  }

  private void write(Retries r) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeStringProperty("botocore", r.botocore());
    json.writeStringProperty("service", r.operation().service());
    json.writeStringProperty("operation", r.operation().name());
    json.writeStringProperty("mode", r.settings().mode().word());
    json.writeStringProperty("mode_from", r.settings().modeFrom().words());
    json.writeNumberProperty("requests", r.requests());
    json.writeStringProperty("requests_from", r.settings().attemptsFrom().words());
    outlook(r.outlook());
    json.writeObjectPropertyStart("repeated");
    json.writeArrayPropertyStart("statuses");
    r.repeated().statuses().forEach(json::writeNumber);
    json.writeEndArray();
    texts("codes", r.repeated().codes());
    texts("status_and_code", r.repeated().pairs());
    texts("modeled", r.repeated().modeled());
    texts("without_response", r.repeated().transport().stream().map(Enum::name).toList());
    json.writeEndObject();
    json.writeNumberProperty("stacked_requests", r.stackedRequests());
    r.result().ifPresent(result -> result("load", r.settings(), r.requests(), result));
    r.advice().ifPresent(this::advice);
    json.writeEndObject();
  }

  private void outlook(Outlook outlook) {
    json.writeArrayPropertyStart("waits");
    for (Outlook.Delay d : outlook.delays()) {
      json.writeStartObject();
      json.writeNumberProperty("least", d.least());
      json.writeNumberProperty("most", d.most());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("wait_mean", outlook.mean());
    json.writeNumberProperty("wait_deviation", outlook.deviation());
    json.writeNumberProperty("wait_most", outlook.longest());
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void advice(Advice advice) {
    json.writeArrayPropertyStart("tried");
    for (Advice.Trial t : advice.trials()) {
      json.writeStartObject();
      figures(t.settings(), t.attempts(), t.result());
      json.writeEndObject();
    }
    json.writeEndArray();
    Advice.Trial best = advice.best();
    json.writeObjectPropertyStart("advised");
    figures(best.settings(), best.attempts(), best.result());
    json.writeEndObject();
  }

  private void result(String name, RetrySettings settings, int requests, LoadResult result) {
    json.writeObjectPropertyStart(name);
    figures(settings, requests, result);
    json.writeArrayPropertyStart("seconds");
    for (LoadResult.Second s : result.seconds()) {
      json.writeStartObject();
      json.writeNumberProperty("served", s.served());
      json.writeNumberProperty("refused", s.refused());
      json.writeNumberProperty("failed_calls", s.failedCalls());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void figures(RetrySettings settings, int requests, LoadResult result) {
    json.writeStringProperty("mode", settings.mode().word());
    json.writeNumberProperty("requests", requests);
    json.writeNumberProperty("calls", result.calls());
    json.writeNumberProperty("failed_share", result.failedShare());
    json.writeNumberProperty("requests_per_call", result.requestsPerCall());
    json.writeNumberProperty("refused_share", result.refusedShare());
    json.writeNumberProperty("successes_per_second", result.successesPerSecond());
    json.writeNumberProperty("slowest", result.slowest());
  }
}
