package awsleuth.collect.watch;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.read.Readers;
import awsleuth.core.secret.Secrets;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The record of a program's calls as it is kept and read: one JSON object a line, without secrets.
 * The first line says what it is; then come the observer's, the files of settings and the end.
 */
public final class RecordText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int VERSION = 1;

  private final StringBuilder out = new StringBuilder();

  private RecordText() {}

  /**
   * The record of a program that has ended.
   *
   * @param settings the files of settings that it read
   */
  public static String of(Watched watched, List<SettingsFile> settings, AwsCatalog catalog) {
    RecordText text = new RecordText();
    text.out.append("{\"awsleuth\": \"record\", \"version\": ").append(VERSION).append("}\n");
    watched.lines().lines().forEach(l -> text.out.append(Secrets.mask(l)).append('\n'));
    settings.forEach(file -> text.file(file, catalog));
    if (!watched.debugLog().isEmpty()) {
      text.line(
          "output", json -> json.writeStringProperty("text", Secrets.maskText(watched.debugLog())));
    }
    text.line("end", json -> end(json, watched));
    return text.out.toString();
  }

  private void file(SettingsFile file, AwsCatalog catalog) {
    Artifact.Kind kind =
        file.which().equals("credentials") ? Artifact.Kind.CREDENTIALS : Artifact.Kind.CONFIG;
    for (Evidence e : Readers.read(new Artifact(file.path(), kind, file.text()), catalog)) {
      if (e instanceof ConfigText masked) {
        line(
            "file",
            json -> {
              json.writeStringProperty("which", file.which());
              json.writeStringProperty("path", file.path());
              json.writeStringProperty("text", masked.text());
            });
      }
    }
  }

  private static void end(JsonGenerator json, Watched watched) {
    json.writeArrayPropertyStart("command");
    watched.command().forEach(word -> json.writeString(Secrets.mask(word)));
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
