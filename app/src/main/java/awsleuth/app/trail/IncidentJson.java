package awsleuth.app.trail;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.trail.Event;
import awsleuth.trail.incident.Cause;
import awsleuth.trail.incident.Incident;
import awsleuth.trail.incident.Investigation;
import awsleuth.trail.incident.LastSuccess;
import awsleuth.trail.incident.Others;
import awsleuth.trail.incident.Suspect;
import awsleuth.trail.incident.Target;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Incidents as JSON. */
final class IncidentJson {

  private static final int VERSION = 1;

  private final JsonGenerator json;
  private final WithoutChange itself = new WithoutChange();

  private IncidentJson(JsonGenerator json) {
    this.json = json;
  }

  static String document(Investigation.Report report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new IncidentJson(json).report(report);
    }
    return out.append('\n').toString();
  }

  private void report(Investigation.Report report) {
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeNumberProperty("window_hours", report.window() / 3_600_000);
    json.writeNumberProperty("longest_window_hours", (report.longest() + 3_599_999) / 3_600_000);
    json.writeNumberProperty("groups", report.targets());
    json.writeNumberProperty("groups_left_out", report.targetsLeft());
    json.writeNumberProperty("groups_recurring", report.recurring());
    json.writeNumberProperty("groups_always_failing", report.always());
    json.writeNumberProperty("changes", report.changes());
    json.writeNumberProperty("changes_not_kept", report.changesDropped());
    json.writeBooleanProperty("complete", !report.over());
    json.writeNumberProperty("failures_without_time", report.undated());
    json.writeNumberProperty("repeated_share", report.repeatedShare());
    json.writeArrayPropertyStart("incidents");
    report.incidents().forEach(this::incident);
    json.writeEndArray();
    IntakeJson.write(json, report.intake());
    json.writeEndObject();
  }

  private void incident(Incident incident) {
    json.writeStartObject();
    json.writeArrayPropertyStart("failures");
    incident.targets().forEach(this::target);
    json.writeEndArray();
    incident
        .first()
        .ifPresent(e -> {
          json.writeStringProperty("first_failure", Event.moment(e.time()));
          json.writeStringProperty("request_id", ChangeJson.harmless(e.requestId()));
        });
    json.writeStringProperty("message", ChangeJson.harmless(incident.message()));
    incident.lastSuccess().ifPresent(this::lastSuccess);
    cause(incident);
    json.writeArrayPropertyStart("suspects");
    incident.suspects().forEach(this::suspect);
    json.writeEndArray();
    Others others = incident.others();
    json.writeNumberProperty("more_possible_changes", others.possible() + others.undecided());
    json.writeNumberProperty("undecided_changes", others.undecided());
    json.writeBooleanProperty("all_changes_seen", others.areAll());
    json.writeNumberProperty("remote_changes", others.remote());
    json.writeNumberProperty("related_changes_ruled_out", others.ruledOut());
    json.writeNumberProperty("unrelated_changes", incident.unrelated());
    json.writeEndObject();
  }

  private void lastSuccess(LastSuccess s) {
    json.writeStringProperty("last_success", Event.moment(s.event().time()));
    json.writeBooleanProperty("last_success_same", s.isSure());
    if (!s.resource().isEmpty()) {
      json.writeStringProperty("last_success_resource", ChangeJson.harmless(s.resource()));
    }
  }

  private void target(Target t) {
    json.writeStartObject();
    json.writeStringProperty("id", t.group().id());
    json.writeStringProperty("event_source", ChangeJson.harmless(t.group().calls().source()));
    json.writeStringProperty("operation", ChangeJson.harmless(t.group().calls().name()));
    json.writeStringProperty("principal", ChangeJson.harmless(t.group().calls().principal()));
    json.writeStringProperty("code", ChangeJson.harmless(t.group().code()));
    t.onset()
        .ifPresent(o -> {
          json.writeStringProperty("onset", Event.moment(o.from()));
          json.writeNumberProperty("onset_within_seconds", 0);
          json.writeStringProperty("until", o.lasting() ? "" : Event.moment(o.to()));
          json.writeNumberProperty("failed_before", o.failedBefore());
          json.writeNumberProperty("failed", o.failedWithin());
          if (o.times().logged()) {
            json.writeNumberProperty("per_hour_before", o.perHourBefore());
            json.writeNumberProperty("per_hour", o.perHourWithin());
          } else {
            json.writeNumberProperty("calls_before", o.before());
            json.writeNumberProperty("calls", o.within());
          }
          json.writeNumberProperty("score", Math.round(o.score() * 10) / 10.0);
        });
    json.writeEndObject();
  }

  private void cause(Incident incident) {
    json.writeObjectPropertyStart("cause");
    switch (incident.cause()) {
      case Cause.Changed c -> {
        json.writeStringProperty("kind", "change");
        json.writeStringProperty(
            "event_id", ChangeJson.harmless(c.suspect().change().event().eventId()));
      }
      case Cause.Propagation p -> {
        json.writeStringProperty("kind", "propagation-delay");
        json.writeObjectPropertyStart("change");
        ChangeJson.members(json, p.change());
        json.writeEndObject();
        json.writeStringProperty("refused", Event.moment(p.refused().time()));
        json.writeStringProperty("success", Event.moment(p.success().time()));
      }
      case Cause.Storm s -> storm(s);
      case Cause.Unknown _ -> {
        json.writeStringProperty("kind", "unknown");
        if (WithoutChange.is(incident)) {
          json.writeStringProperty("call", ChangeJson.harmless(itself.words(incident)));
        }
      }
    }
    json.writeEndObject();
  }

  private void storm(Cause.Storm s) {
    json.writeStringProperty("kind", "throttle-storm");
    json.writeBooleanProperty("certain", s.isCertain());
    json.writeStringProperty("operation", ChangeJson.harmless(s.operation()));
    json.writeStringProperty("resource", ChangeJson.harmless(s.resource()));
    json.writeStringProperty("principal", ChangeJson.harmless(s.principal()));
    json.writeStringProperty("user_agent", ChangeJson.harmless(s.agent()));
    json.writeNumberProperty("calls", s.calls());
    json.writeNumberProperty("calls_before", s.callsBefore());
    json.writeNumberProperty("most_in_a_second", s.busiest());
    json.writeNumberProperty("calls_in_shared_seconds", s.shared());
    json.writeNumberProperty("calls_of_the_throttled", s.own());
  }

  private void suspect(Suspect s) {
    json.writeStartObject();
    json.writeStringProperty("certainty", s.certainty().words());
    json.writeStringProperty("touches", s.touch().words());
    ChangeJson.members(json, s.change());
    json.writeArrayPropertyStart("because");
    s.why().forEach(w -> json.writeString(ChangeJson.harmless(w)));
    json.writeEndArray();
    json.writeStringProperty("missing", ChangeJson.harmless(s.missing()));
    ChangeJson.statements(json, s.statements());
    json.writeEndObject();
  }
}
