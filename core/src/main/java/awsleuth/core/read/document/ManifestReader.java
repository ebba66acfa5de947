package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code awsleuth.json}: {@code {"files": {"role.json": {"kind": "policy:identity",
 * "attached_to": "arn:…"}}}}, or a list of ARNs, files named from the folder that it lies in.
 * Beside {@code files} may be {@code groups}, which has all users of each group by ARN, and {@code
 * unread}, which has the policies that AWS did not show: {@code [{"kind": "policy:identity",
 * "attached_to": "arn:…", "what": "the policy P of R", "why": "iam:GetRolePolicy is not allowed",
 * "how": "aws iam …"}]}.
 */
public final class ManifestReader {

  /** The name of the file. */
  public static final String FILE = "awsleuth.json";

  static final String FILES = "files";
  static final String GROUPS = "groups";
  static final String UNREAD = "unread";
  static final String KIND = "kind";
  static final String ATTACHED_TO = "attached_to";

  private ManifestReader() {}

  /** What is said of each file, in order, and who is said to be in which group. */
  public static List<Evidence> all(Artifact artifact) {
    List<Evidence> found = new ArrayList<>(read(artifact));
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members manifest) {
        found.addAll(GroupReader.ofManifest(artifact.name(), manifest.get(GROUPS)));
        found.addAll(NotReadReader.ofManifest(artifact.name(), manifest.get(UNREAD)));
      }
    }
    return List.copyOf(found);
  }

  /** What is said of each file, in order; what has another form is left out. */
  public static List<Attachment> read(Artifact artifact) {
    List<Attachment> found = new ArrayList<>();
    String folder = artifact.name().substring(0, artifact.name().lastIndexOf('/') + 1);
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members manifest
          && manifest.get(FILES) instanceof JsonValue.Members files) {
        for (Map.Entry<String, JsonValue> file : files.values().entrySet()) {
          if (file.getValue() instanceof JsonValue.Members said) {
            found.add(
                new Attachment(
                    folder + file.getKey(),
                    said.text(KIND),
                    texts(said.get(ATTACHED_TO)),
                    new Source(artifact.name(), said.line())));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  static List<String> texts(@Nullable JsonValue value) {
    Stream<JsonValue> all =
        value instanceof JsonValue.Elements many
            ? many.values().stream()
            : Stream.ofNullable(value);
    return all.flatMap(v -> v instanceof JsonValue.Text t ? Stream.of(t.value()) : Stream.of())
        .filter(t -> !t.isEmpty())
        .distinct()
        .toList();
  }
}
