package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.read.Readers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with a CloudTrail event: of several the one that failed, else the last. */
record EventFile(EventRequest request) {

  private static String text(Path file) throws InputException {
    String text = PolicyFile.text(file);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  static EventFile read(String path) throws InputException {
    Path file = Path.of(path);
    if (Files.isDirectory(file)) {
      throw new InputException(Printable.of(path) + ": is a folder; name the event's file");
    }
    Artifact artifact = new Artifact(Printable.of(path), Artifact.Kind.TRAIL, text(file));
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
