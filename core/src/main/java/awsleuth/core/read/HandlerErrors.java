package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Quotes;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what CloudFormation says where it could not make a resource: {@code Resource handler
 * returned message: "…" (RequestToken: …, HandlerErrorCode: AlreadyExists)}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html">Handler
 *     error codes</a>
 */
final class HandlerErrors {

  static final String LEAD = "Resource handler returned message: ";
  private static final String CODE = "HandlerErrorCode: ";
  private static final int REACH = 2000;

  private HandlerErrors() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    String t = flat.text;
    for (int at = t.indexOf(LEAD); at >= 0; at = t.indexOf(LEAD, at + 1)) {
      Unfolded u = new Unfolded(flat, at, REACH);
      int code = u.text.indexOf(CODE);
      int next = u.text.indexOf(LEAD, 1);
      if (code >= 0 && (next < 0 || code < next)) {
        found.add(sighting(flat, u, at, code));
      }
    }
    return found;
  }

  private static Sighting sighting(Flat flat, Unfolded u, int at, int code) {
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.strength = Sighting.Strength.LIKELY;
    int from = code + CODE.length();
    s.code = u.text.substring(from, u.wordEnd(from));
    int token = u.text.lastIndexOf(" (RequestToken: ", code);
    String message = u.text.substring(LEAD.length(), token < 0 ? code : token);
    s.message = Quotes.bare(message);
    s.end = Math.max(at + 1, u.position(from + s.code.length()));
    int lineStart = flat.startOf(flat.indexAt(at));
    s.service = service(flat.text.substring(Math.max(lineStart, at - REACH), at) + message);
    return s;
  }

  /** {@code Lambda} of {@code AWS::Lambda::Function}; empty where no type is named. */
  private static String service(String text) {
    int type = text.lastIndexOf("AWS::");
    int from = type + "AWS::".length();
    int end = type < 0 ? -1 : text.indexOf("::", from);
    return end < 0 || end - from > 40 ? "" : text.substring(from, end);
  }
}
