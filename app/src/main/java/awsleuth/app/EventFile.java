package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.read.Readers;
import awsleuth.core.secret.Secrets;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A file with a CloudTrail event: of several the one that failed, else the last. */
record EventFile(EventRequest request) {

  /**
   * @param path the file; {@code -} for standard input
   * @param in standard input
   */
  static EventFile read(String path, InputStream in) throws InputException {
    String text = Secrets.maskText(NamedFile.of(path, in).text());
    Artifact artifact = new Artifact(Printable.of(path), Artifact.Kind.TRAIL, text);
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
