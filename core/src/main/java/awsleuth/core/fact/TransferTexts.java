package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import java.util.List;
import java.util.Map;

/**
 * What {@code aws s3} says of one file that it could not transfer: {@code download failed:
 * s3://BUCKET/KEY to FILE …}. The command itself may have named but a prefix.
 */
final class TransferTexts {

  private static final String S3 = "s3://";
  private static final List<String> LEADS =
      List.of(
          "download failed: ",
          "upload failed: ",
          "copy failed: ",
          "move failed: ",
          "delete failed: ");

  private TransferTexts() {}

  /** The object in the line of the call. */
  static void read(Facts facts, Map<String, String> known) {
    for (Passage p : facts.failure().passages()) {
      List<String> lines = p.text().lines().toList();
      int own = facts.call().source().line() - p.source().line();
      if (own >= 0 && own < lines.size()) {
        read(lines.get(own), known);
      }
    }
  }

  private static void read(String line, Map<String, String> known) {
    for (String lead : LEADS) {
      int at = line.indexOf(lead);
      int path = at < 0 ? -1 : line.indexOf(S3, at);
      int slash = path < 0 ? -1 : line.indexOf('/', path + S3.length());
      int end = slash < 0 ? -1 : end(line, slash);
      if (end > slash + 1 && line.indexOf(' ', path) >= slash) {
        known.put("Bucket", line.substring(path + S3.length(), slash));
        known.put("Key", line.substring(slash + 1, end));
      }
    }
  }

  /** Keys may have blanks: those of a download end before {@code to}, others before the error. */
  private static int end(String line, int from) {
    int to = line.indexOf(" to ", from);
    int error = line.indexOf(" An error occurred", from);
    int end = to >= 0 && (error < 0 || to < error) ? to : error;
    return end < 0 ? line.length() : end;
  }
}
