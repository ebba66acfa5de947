package awsleuth.core.fact;

import awsleuth.core.evidence.Failure;
import java.util.Optional;

/** Reads the access-denied sentence. */
final class DenialReader {

  private DenialReader() {}

  static Optional<Denial> read(Failure failure) {
    return Optional.empty();
  }
}
