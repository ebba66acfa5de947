package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import java.util.List;
import java.util.Map;

/**
 * Names in S3's answer as botocore parsed it, where a program printed it beside the error: {@code
 * {'Error': {'Code': 'NoSuchBucket', …, 'BucketName': 'acme-tmp'}}}.
 */
final class PrintedAnswer {

  private static final int LONGEST = 1024;

  /** A parameter, and what the answer calls it. */
  private record Field(String parameter, String name) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("Bucket", "BucketName"),
          new Field("Bucket", "Bucket"),
          new Field("Key", "Key"),
          new Field("Endpoint", "Endpoint"));

  private PrintedAnswer() {}

  /** Adds those of the answer that has the code of the failure. */
  static void read(Facts facts, Map<String, String> known) {
    String code = facts.call().code();
    if (!code.isEmpty() && facts.call().service().equals("s3")) {
      for (Passage p : facts.failure().passages()) {
        read(p.text(), code, '\'', known);
        read(p.text(), code, '"', known);
      }
    }
  }

  private static void read(String text, String code, char quote, Map<String, String> known) {
    int at = text.indexOf(quoted("Code", quote) + ": " + quoted(code, quote));
    int end = at < 0 ? -1 : text.indexOf('}', at);
    if (end < 0) {
      return;
    }
    String answer = text.substring(at, end);
    for (Field f : FIELDS) {
      String before = quoted(f.name(), quote) + ": " + quote;
      int from = answer.indexOf(before);
      int to = from < 0 ? -1 : answer.indexOf(quote, from + before.length());
      if (to > from + before.length() && to - from < LONGEST) {
        String value = answer.substring(from + before.length(), to);
        if (value.indexOf('\\') < 0) {
          known.putIfAbsent(f.parameter(), value);
        }
      }
    }
  }

  private static String quoted(String word, char quote) {
    return quote + word + quote;
  }
}
