package awsleuth.app.watched;

import awsleuth.core.Diagnosis;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/** The member {@code run} of the document: the program, how its failed calls ended, and remarks. */
public final class RunJson {

  private final JsonGenerator json;
  private final UnaryOperator<String> shown;

  /**
   * Onto an object that is open.
   *
   * @param shown what the words of the command go through
   */
  public RunJson(JsonGenerator json, UnaryOperator<String> shown) {
    this.json = json;
    this.shown = shown;
  }

  /** Writes the member. */
  public void write(Seen seen, Diagnosis diagnosis, RunRemarks remarks) {
    json.writeObjectPropertyStart("run");
    json.writeArrayPropertyStart("command");
    seen.run().command().forEach(word -> json.writeString(shown.apply(word)));
    json.writeEndArray();
    json.writeNumberProperty("exit_code", seen.run().exitCode());
    json.writeNumberProperty("seconds", Math.round(seen.run().seconds() * 1000) / 1000.0);
    json.writeBooleanProperty("watched", seen.run().isWatched());
    json.writeNumberProperty("processes", seen.run().processes());
    json.writeNumberProperty("calls", seen.run().calls());
    json.writeNumberProperty("processes_cut_short", seen.run().cut());
    json.writeNumberProperty("not_kept", seen.run().missed());
    json.writeArrayPropertyStart("endings");
    diagnosis
        .failures()
        .forEach(f -> json.writeString(seen.ending(f).name().toLowerCase(Locale.ROOT)));
    json.writeEndArray();
    json.writeArrayPropertyStart("remarks");
    for (RunRemarks.Remark r : remarks.all()) {
      json.writeStartObject();
      json.writeStringProperty("kind", r.kind());
      json.writeStringProperty("text", r.text());
      json.writeStringProperty("place", r.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
