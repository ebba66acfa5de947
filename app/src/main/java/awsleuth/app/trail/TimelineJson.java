package awsleuth.app.trail;

import awsleuth.app.terminal.JsonOutput;
import awsleuth.trail.Event;
import awsleuth.trail.Intake;
import awsleuth.trail.time.Loads;
import awsleuth.trail.time.Timeline;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Failures over time as JSON. */
final class TimelineJson {

  private TimelineJson() {}

  static String document(Timeline timeline, Loads loads, Intake intake) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonOutput.FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", 1);
      json.writeStringProperty("first", edge(timeline, timeline.first()));
      json.writeStringProperty("last", edge(timeline, timeline.last()));
      json.writeNumberProperty("column_seconds", timeline.column() / 1000.0);
      json.writeNumberProperty("groups_left_out", timeline.left());
      json.writeBooleanProperty("complete", !loads.isOver());
      json.writeNumberProperty("failures_without_time", loads.undated());
      json.writeNumberProperty("repeated", loads.repeated());
      json.writeNumberProperty("repeated_share", loads.repeatedShare());
      json.writeArrayPropertyStart("groups");
      timeline.rows().forEach(r -> row(json, r));
      json.writeEndArray();
      IntakeJson.write(json, intake);
      json.writeEndObject();
    }
    return out.append('\n').toString();
  }

  /** Empty where no call failed. */
  private static String edge(Timeline timeline, long moment) {
    return timeline.rows().isEmpty() ? "" : Event.moment(moment);
  }

  private static void row(JsonGenerator json, Timeline.Row r) {
    json.writeStartObject();
    json.writeStringProperty("id", r.times().group().id());
    json.writeStringProperty(
        "event_source", ChangeJson.harmless(r.times().group().calls().source()));
    json.writeStringProperty("operation", ChangeJson.harmless(r.times().group().calls().name()));
    json.writeStringProperty(
        "principal", ChangeJson.harmless(r.times().group().calls().principal()));
    json.writeStringProperty("code", ChangeJson.harmless(r.times().group().code()));
    json.writeNumberProperty("calls", r.times().calls());
    json.writeNumberProperty("failed", r.times().failures());
    r.onset()
        .ifPresent(o -> {
          json.writeStringProperty("onset", Event.moment(o.from()));
          json.writeNumberProperty("onset_within_seconds", 0);
          json.writeStringProperty("until", o.lasting() ? "" : Event.moment(o.to()));
          if (o.times().logged()) {
            json.writeNumberProperty("per_hour_before", o.perHourBefore());
            json.writeNumberProperty("per_hour", o.perHourWithin());
          } else {
            json.writeNumberProperty("share_before", o.shareBefore());
            json.writeNumberProperty("share", o.shareWithin());
          }
        });
    numbers(json, "calls_by_column", r.calls());
    numbers(json, "failed_by_column", r.failures());
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String name, List<Integer> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(v -> json.writeNumber(v.intValue()));
    json.writeEndArray();
  }
}
