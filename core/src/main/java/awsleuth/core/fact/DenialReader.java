package awsleuth.core.fact;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Passage;
import java.util.Optional;

/** Reads the access-denied sentence. */
final class DenialReader {

  private DenialReader() {}

  /** The sentence in the failure's own message, else in another exception of its chain. */
  static Optional<Denial> read(Failure failure) {
    for (Passage p : failure.passages()) {
      if (p.kind() != Passage.Kind.NEARBY) {
        Optional<Denial> denial = read(p.text());
        if (denial.isPresent()) {
          return denial;
        }
      }
    }
    return read(failure.call().message());
  }

  /** The first sentence in a text that says more than that access is denied. */
  static Optional<Denial> read(String text) {
    String plain = DenialText.plain(text);
    return new DenialSentence(plain).read();
  }
}
