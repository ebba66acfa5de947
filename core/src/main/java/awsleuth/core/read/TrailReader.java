package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.TrailEvent;
import java.util.List;

/** Reads CloudTrail events. */
final class TrailReader {

  private TrailReader() {}

  static List<TrailEvent> read(Artifact artifact) {
    return List.of();
  }
}
