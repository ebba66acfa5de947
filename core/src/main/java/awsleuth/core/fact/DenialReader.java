package awsleuth.core.fact;

import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.PolicyDocument;
import java.util.Optional;

/** Reads the access-denied sentence. */
final class DenialReader {

  private DenialReader() {}

  /** The sentence in the failure's own message, else in another exception of its chain. */
  static Optional<Denial> read(Failure failure) {
    for (Passage p : failure.passages()) {
      if (p.kind() != Passage.Kind.NEARBY) {
        Optional<Denial> denial = read(p.text() + continuation(failure, p));
        if (denial.isPresent()) {
          return denial;
        }
      }
    }
    return read(failure.call().message()).or(() -> told(failure.call().code()));
  }

  /**
   * What a code says by itself: {@code VpceAccessDenied} is CloudTrail's for an endpoint's policy
   * (AWS CloudTrail user guide, "Logging network activity events").
   */
  private static Optional<Denial> told(String code) {
    return code.equals("VpceAccessDenied")
        ? Optional.of(Denial.SILENT.by(PolicyDocument.Type.VPC_ENDPOINT))
        : Optional.empty();
  }

  /** The next lines, where they go on with the end of a sentence that was cut by an ellipsis. */
  private static String continuation(Failure failure, Passage from) {
    for (Passage p : failure.passages()) {
      int after = p.source().line() - from.source().line();
      String text = p.text().strip();
      if (p.kind() == Passage.Kind.NEARBY
          && after > 0
          && after <= 2
          && p.source().artifact().equals(from.source().artifact())
          && (text.startsWith("... because no ") || text.startsWith("... with an explicit deny"))) {
        return " " + text.substring(4);
      }
    }
    return "";
  }

  /** The first sentence in a text that says more than that access is denied. */
  static Optional<Denial> read(String text) {
    String plain = DenialText.plain(text);
    return new DenialSentence(plain).read();
  }
}
