package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.read.Readers;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with a CloudTrail event: of several the one that failed, else the last. */
record EventFile(EventRequest request) {

  private static String text(String path, InputStream in) throws InputException {
    if (path.equals(Inputs.STANDARD_INPUT)) {
      return PolicyFile.text("standard input", in);
    }
    Path file = Path.of(path);
    if (Files.isDirectory(file)) {
      throw new InputException(Printable.of(path) + ": is a folder; name the event's file");
    }
    return PolicyFile.text(file);
  }

  /**
   * @param path the file; {@code -} for standard input
   * @param in standard input
   */
  static EventFile read(String path, InputStream in) throws InputException {
    String text = text(path, in);
    String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
    Artifact artifact = new Artifact(Printable.of(path), Artifact.Kind.TRAIL, whole);
    List<TrailEvent> events = new ArrayList<>();
    for (Evidence e : Readers.read(artifact, AwsCatalog.embedded())) {
      if (e instanceof TrailEvent event) {
        events.add(event);
      }
    }
    if (events.isEmpty()) {
      throw new InputException(Printable.of(path) + ": has no CloudTrail event");
    }
    TrailEvent chosen =
        events.stream()
            .filter(e -> !e.errorCode().isEmpty())
            .reduce((first, second) -> second)
            .orElse(events.getLast());
    return new EventFile(EventRequest.of(chosen, AwsCatalog.embedded()));
  }
}
