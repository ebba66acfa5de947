package awsleuth.core.read;

import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads errors of the AWS SDKs for JavaScript that were printed with their fields: {@code code:
 * 'AccessDenied', statusCode: 403, requestId: '…'} (version 2), {@code $metadata: { httpStatusCode:
 * 403 }} (version 3), as objects or as JSON.
 */
final class JavaScriptReader {

  private static final int LINES = 12;
  private static final int REACH = 2000;
  private static final int LONGEST_CODE = 80;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private JavaScriptReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    JavaScriptReader reader = new JavaScriptReader(flat);
    for (String anchor :
        List.of(
            "ode: '", "\"code\": \"", "\"code\":\"", "\"name\": \"", "\"name\":\"", "__type: '")) {
      for (int at = flat.text.indexOf(anchor); at >= 0; at = flat.text.indexOf(anchor, at + 1)) {
        reader.at(at, anchor);
      }
    }
    return reader.found;
  }

  private void at(int at, String anchor) {
    int from = at + anchor.length();
    int limit = Math.min(flat.text.length(), from + LONGEST_CODE);
    char quote = anchor.charAt(anchor.length() - 1);
    int close = flat.text.indexOf(quote, from, limit);
    int index = flat.indexAt(at);
    String near = around(at, index);
    if (close < 0 || !isError(near, anchor)) {
      return;
    }
    String code = flat.text.substring(from, close);
    if (!CodeWords.looksLikeCode(code) && !code.equals("Forbidden") && !code.equals("NotFound")) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = code;
    s.service = service(near);
    s.message = message(near);
    s.status = status(near);
    s.requestId = Quotes.bare(field(near, "equestId"));
    s.end = flat.endOf(index);
    found.add(s);
  }

  /** Of a frame in {@code node_modules/aws-sdk/lib/services/s3.js}; empty where none is there. */
  private static String service(String near) {
    String folder = "aws-sdk/lib/services/";
    int from = near.indexOf(folder) + folder.length();
    int end = from < folder.length() ? -1 : near.indexOf(".js", from);
    return end < 0 || end - from > LONGEST_CODE ? "" : near.substring(from, end);
  }

  private static boolean isError(String near, String anchor) {
    boolean second = near.contains("tatusCode") && near.contains("retryable");
    boolean third = near.contains("$fault") && !near.contains("$metadata");
    return third || (second && !anchor.contains("name") && !anchor.contains("type"));
  }

  private static OptionalInt status(String near) {
    int at = near.indexOf("tatusCode");
    int i = at < 0 ? near.length() : at + "tatusCode".length();
    while (i < near.length() && "\": ".indexOf(near.charAt(i)) >= 0) {
      i++;
    }
    return Numbers.statusAt(near, i);
  }

  private static String message(String near) {
    String message = field(near, "message");
    boolean text = !message.isEmpty() && Quotes.isQuote(message.charAt(0));
    return text ? BodyReader.stringAfter(": " + message, ":", '"') : "";
  }

  /** What stands after a field's name, to the end of its line. */
  private static String field(String near, String name) {
    for (int at = near.indexOf(name); at >= 0; at = near.indexOf(name, at + 1)) {
      int i = at + name.length();
      int start = i;
      while (i < near.length() && "\": ".indexOf(near.charAt(i)) >= 0) {
        i++;
      }
      if (i > start && near.substring(start, i).indexOf(':') >= 0) {
        int value = Quotes.isQuote(near.charAt(i - 1)) ? i - 1 : i;
        int end = near.indexOf('\n', value);
        String rest = near.substring(value, end < 0 ? near.length() : end);
        int comma = rest.indexOf(',');
        return name.equals("message") || comma < 0 ? rest : rest.substring(0, comma);
      }
    }
    return "";
  }

  private String around(int at, int index) {
    int from = flat.startOf(Math.max(0, index - LINES));
    int to = flat.endOf(Math.min(flat.lines.size() - 1, index + LINES));
    return flat.text.substring(Math.max(from, at - REACH), Math.min(to, at + REACH));
  }
}
