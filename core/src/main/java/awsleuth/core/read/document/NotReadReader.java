package awsleuth.core.read.document;

import awsleuth.core.evidence.NotRead;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the policies and encoded messages that AWS did not show, from an {@code awsleuth.json}. */
final class NotReadReader {

  private static final String POLICY = "policy:";

  private static final String MESSAGE = "encoded-message";

  private NotReadReader() {}

  /** In order; what has another form is left out. */
  static List<NotRead> ofManifest(String artifact, @Nullable JsonValue unread) {
    return unread instanceof JsonValue.Elements all
        ? all.values().stream().flatMap(v -> read(artifact, v).stream()).toList()
        : List.of();
  }

  private static Optional<NotRead> read(String artifact, JsonValue value) {
    if (!(value instanceof JsonValue.Members said) || said.text("what").isEmpty()) {
      return Optional.empty();
    }
    List<String> of = ManifestReader.texts(said.get(ManifestReader.ATTACHED_TO));
    return of.size() != 1
        ? Optional.empty()
        : type(said.text(ManifestReader.KIND))
            .map(type ->
                new NotRead(
                    type,
                    of.getFirst(),
                    said.text("what"),
                    said.text("why"),
                    said.text("how"),
                    new Source(artifact, said.line())));
  }

  private static Optional<PolicyDocument.Type> type(String kind) {
    String name = kind.replace('-', '_').toUpperCase(Locale.ROOT);
    if (kind.equals(MESSAGE)) {
      return Optional.of(PolicyDocument.Type.UNKNOWN);
    }
    return Arrays.stream(PolicyDocument.Type.values())
        .filter(t -> kind.startsWith(POLICY) && t.name().equals(name.substring(POLICY.length())))
        .findFirst();
  }
}
