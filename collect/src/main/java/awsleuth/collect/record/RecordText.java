package awsleuth.collect.record;

import awsleuth.aws.AwsCatalog;
import awsleuth.collect.machine.Settings;
import awsleuth.collect.machine.SettingsFile;
import awsleuth.collect.watch.Watched;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import awsleuth.core.secret.Secrets;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The record of a program's calls, or of an examination, as it is kept and read: one JSON object a
 * line, without secrets. The first line says what it is; then come the observer's, the files of
 * settings and the end, or the variables, the files and the steps.
 */
public final class RecordText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int VERSION = 1;

  private final StringBuilder out = new StringBuilder();

  private RecordText() {}

  /**
   * The record of a program that has ended.
   *
   * @param environment the variables that it was started with
   * @param probes what was looked for when it had ended
   */
  public static String of(
      Watched watched,
      Map<String, String> environment,
      List<ProbeResult> probes,
      AwsCatalog catalog) {
    RecordText text = new RecordText();
    text.beginning();
    watched.lines().lines().forEach(l -> text.out.append(Secrets.mask(l)).append('\n'));
    if (!watched.lines().contains("\"kind\": \"environment\"")) {
      text.environment(environment);
    }
    Settings.files(environment).forEach(file -> text.file(file, catalog));
    if (!watched.debugLog().isEmpty()) {
      text.line(
          "output", json -> json.writeStringProperty("text", Secrets.maskText(watched.debugLog())));
    }
    probes.forEach(step -> text.line("probe", json -> probe(json, step)));
    text.line("end", json -> end(json, watched));
    return text.out.toString();
  }

  /**
   * The record of an examination.
   *
   * @param steps its steps, without secrets
   * @param environment the variables that it was made with
   */
  public static String of(
      List<ProbeResult> steps, Map<String, String> environment, AwsCatalog catalog) {
    RecordText text = new RecordText();
    text.beginning();
    text.environment(environment);
    Settings.files(environment).forEach(file -> text.file(file, catalog));
    steps.forEach(step -> text.line("probe", json -> probe(json, step)));
    return text.out.toString();
  }

  private static void probe(JsonGenerator json, ProbeResult step) {
    json.writeStringProperty("step", step.step());
    json.writeStringProperty("service", step.call().service());
    json.writeStringProperty("operation", step.call().operation());
    json.writeStringProperty("region", step.call().region());
    json.writeStringProperty("endpoint", step.call().endpoint());
    json.writeStringProperty("outcome", step.verdict().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("summary", step.words());
    json.writeObjectPropertyStart("facts");
    step.facts().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("raises", step.raised());
  }

  private void beginning() {
    out.append("{\"awsleuth\": \"record\", \"version\": ").append(VERSION).append("}\n");
  }

  /** The variables that botocore reads, where no observer was there to see them. */
  private void environment(Map<String, String> environment) {
    List<EnvironmentVariable> found = Settings.evidence(environment, new Source("environment", 0));
    line(
        "environment",
        json -> {
          json.writeArrayPropertyStart("values");
          for (EnvironmentVariable v : found) {
            String shape = v.shape().name().toLowerCase(Locale.ROOT);
            json.writeArray(new String[] {v.name(), v.value(), shape}, 0, 3);
          }
          json.writeEndArray();
        });
  }

  private void file(SettingsFile file, AwsCatalog catalog) {
    Artifact read = new Artifact(file.path(), Settings.kind(file), file.text());
    for (Evidence e : Readers.read(read, catalog)) {
      if (e instanceof ConfigText masked) {
        line(
            "file",
            json -> {
              json.writeStringProperty("which", file.which());
              json.writeStringProperty("path", file.path());
              json.writeStringProperty("text", masked.text());
              if (masked.text().startsWith("\ufeff")) {
                json.writeBooleanProperty("mark", true);
              }
            });
      }
    }
  }

  private static void end(JsonGenerator json, Watched watched) {
    json.writeArrayPropertyStart("command");
    CommandWords.hidden(watched.command()).forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("exit", watched.exitCode());
    json.writeNumberProperty("seconds", Math.round(watched.seconds() * 1000) / 1000.0);
  }

  private void line(String kind, Consumer<JsonGenerator> members) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("kind", kind);
      members.accept(json);
      json.writeEndObject();
    }
    out.append(line).append('\n');
  }
}
