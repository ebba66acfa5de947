package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reads how the SDK for JavaScript 2, and with it the older CDK, prints S3's answers without a
 * body: {@code Forbidden: null}. The name is the SDK's for the status, since there is no code.
 *
 * @see <a href="https://github.com/aws/aws-sdk-js/blob/master/lib/services/s3.js">s3.js</a>
 */
final class SilentAnswers {

  private static final Map<String, Integer> STATUS =
      Map.of("Forbidden", 403, "BadRequest", 400, "NotFound", 404);

  private static final String NULL = ": null";

  private static final int NEAR = 600;
  private static final List<String> AWS = List.of("aws", "AWS", "cdk", "CDK", "s3", "S3", "Stack");

  private SilentAnswers() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    String t = flat.text;
    for (int at = t.indexOf(NULL); at >= 0; at = t.indexOf(NULL, at + 1)) {
      String name = ClassNames.endingAt(t, at);
      Integer status = STATUS.get(name);
      int after = at + NULL.length();
      if (status != null && isPrinted(flat, at - name.length(), after) && isOfAws(t, at)) {
        found.add(sighting(flat, at - name.length(), after, status));
      }
    }
    return found;
  }

  /** Whether the name begins a line or stands behind a colon, and nothing but blanks follows. */
  private static boolean isPrinted(Flat flat, int start, int after) {
    String lead = flat.lead(start, 2).strip();
    int end = flat.endOf(flat.indexAt(start));
    return (lead.isEmpty() || lead.endsWith(":"))
        && flat.text.substring(Math.min(after, end), end).isBlank();
  }

  /** Whether the text around speaks of AWS: other programs print the same of their own things. */
  private static boolean isOfAws(String text, int at) {
    String around = text.substring(Math.max(0, at - NEAR), Math.min(text.length(), at + NEAR));
    return AWS.stream().anyMatch(around::contains);
  }

  private static Sighting sighting(Flat flat, int start, int end, int status) {
    Sighting s = new Sighting(start, flat.numberAt(start));
    s.strength = Sighting.Strength.LIKELY;
    s.code = String.valueOf(status);
    s.status = OptionalInt.of(status);
    s.service = "s3";
    s.message = flat.text.substring(start, end);
    s.end = end;
    return s;
  }
}
