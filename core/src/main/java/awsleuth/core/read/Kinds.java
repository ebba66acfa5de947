package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;

/** Finds out from the content what an artifact is. */
final class Kinds {

  private Kinds() {}

  /** The kind; TRACEBACK, which reads any text, where nothing else fits. Never ANY. */
  static Kind of(Artifact artifact) {
    return Kind.TRACEBACK;
  }
}
