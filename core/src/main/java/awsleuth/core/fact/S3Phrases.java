package awsleuth.core.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buckets and keys in the sentences of tools: {@code object "k" in S3 bucket "b"}. */
final class S3Phrases {

  private static final int LONGEST = 1024;
  private static final List<String> BUCKETS = List.of("bucket \"", "bucket '", "bucket: \"");
  private static final List<String> KEYS = List.of("object \"", "key '", "key \"");
  private static final String UPLOAD = "Failed to upload ";

  private S3Phrases() {}

  /** Adds what a text tells; what is known already stays. */
  static void read(String text, Map<String, String> known) {
    quoted(text, BUCKETS).ifPresent(bucket -> known.putIfAbsent("Bucket", bucket));
    if (known.containsKey("Bucket")) {
      quoted(text, KEYS).ifPresent(key -> known.putIfAbsent("Key", key));
    }
    upload(text, known);
  }

  private static Optional<String> quoted(String text, List<String> leads) {
    for (String lead : leads) {
      int at = text.indexOf(lead);
      int from = at + lead.length();
      char quote = lead.charAt(lead.length() - 1);
      int close = at < 0 ? -1 : text.indexOf(quote, from);
      if (close > from && close - from <= LONGEST) {
        return Optional.of(text.substring(from, close));
      }
    }
    return Optional.empty();
  }

  /** {@code Failed to upload FILE to BUCKET/KEY: …} of boto3's transfers. */
  private static void upload(String text, Map<String, String> known) {
    int at = text.indexOf(UPLOAD);
    int to = at < 0 ? -1 : text.indexOf(" to ", at + UPLOAD.length());
    int end = to < 0 ? -1 : text.indexOf(": ", to);
    int slash = to < 0 ? -1 : text.indexOf('/', to);
    if (slash > to && end > slash && end - to <= LONGEST) {
      known.putIfAbsent("Bucket", text.substring(to + " to ".length(), slash));
      known.putIfAbsent("Key", text.substring(slash + 1, end));
    }
  }
}
