package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** Reads error bodies: XML, JSON and printed response dicts, also inside other text. */
final class BodyReader {

  private static final int REACH = 4000;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private BodyReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    BodyReader reader = new BodyReader(flat);
    reader.xml();
    reader.type();
    reader.dict("'Error': {", '\'');
    reader.dict("\"Error\": {", '"');
    reader.dict("\"Error\":{", '"');
    return reader.found;
  }

  private void xml() {
    String t = flat.text;
    for (int at = t.indexOf("<Code>"); at >= 0; at = t.indexOf("<Code>", at + 1)) {
      String rest = t.substring(at, Math.min(t.length(), at + REACH));
      String code = between(rest, "<Code>", "</Code>");
      if (code.isEmpty() || code.length() > 100 || code.indexOf(' ') >= 0) {
        continue;
      }
      Sighting s = weak(at, code);
      s.message = between(rest, "<Message>", "</Message>");
      s.requestId = between(rest, "<RequestId>", "</RequestId>");
      if (s.requestId.isEmpty()) {
        s.requestId = between(rest, "<RequestID>", "</RequestID>");
      }
      s.region = between(rest, "<Region>", "</Region>");
      s.captures.put("body_endpoint", between(rest, "<Endpoint>", "</Endpoint>"));
      s.end = at + rest.lastIndexOf('>') + 1;
      found.add(s);
    }
  }

  /** JSON bodies with {@code __type}. */
  private void type() {
    String t = flat.text;
    for (int at = t.indexOf("\"__type\""); at >= 0; at = t.indexOf("\"__type\"", at + 1)) {
      String rest = t.substring(at, Math.min(t.length(), at + REACH));
      String code = ErrorCodes.ofType(stringAfter(rest, "\"__type\"", '"'));
      if (code.isEmpty()) {
        continue;
      }
      Sighting s = weak(at, code);
      String lead = t.substring(Math.max(0, at - REACH), at);
      int open = lead.lastIndexOf('{');
      String body = open < 0 ? rest : lead.substring(open) + rest;
      s.message = stringAfter(body, "\"message\"", '"');
      if (s.message.isEmpty()) {
        s.message = stringAfter(body, "\"Message\"", '"');
      }
      s.end = at + Math.max(8, rest.indexOf('}') + 1);
      found.add(s);
    }
  }

  /** A printed {@code e.response}. */
  private void dict(String anchor, char quote) {
    String t = flat.text;
    for (int at = t.indexOf(anchor); at >= 0; at = t.indexOf(anchor, at + 1)) {
      String rest = t.substring(at, Math.min(t.length(), at + REACH));
      String q = String.valueOf(quote);
      String code = stringAfter(rest, q + "Code" + q, quote);
      if (code.isEmpty()) {
        continue;
      }
      Sighting s = weak(at, code);
      s.exception = "ClientError";
      s.message = stringAfter(rest, q + "Message" + q, quote);
      s.requestId = stringAfter(rest, q + "RequestId" + q, quote);
      int status = rest.indexOf("HTTPStatusCode" + q + ": ");
      if (status >= 0) {
        s.status = Numbers.statusAt(rest, status + "HTTPStatusCode".length() + 3);
      }
      int retries = rest.indexOf("RetryAttempts" + q + ": ");
      if (retries >= 0 && rest.contains("MaxAttemptsReached" + q + ": True")) {
        int from = retries + "RetryAttempts".length() + 3;
        int end = from;
        while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
          end++;
        }
        s.retries = Numbers.parse(rest.substring(from, end));
      }
      s.end = at + anchor.length();
      found.add(s);
    }
  }

  private Sighting weak(int at, String code) {
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.strength = Sighting.Strength.LIKELY;
    s.code = code;
    if (code.length() == 3) {
      s.status = Numbers.statusAt(code, 0);
    }
    return s;
  }

  private static String between(String text, String open, String close) {
    int from = text.indexOf(open);
    int to = from < 0 ? -1 : text.indexOf(close, from);
    return to < 0 ? "" : text.substring(from + open.length(), to).strip();
  }

  /** The quoted value after a key; either quote may be used, a {@code u} may stand before it. */
  static String stringAfter(String text, String key, char quote) {
    int at = text.indexOf(key);
    if (at < 0) {
      return "";
    }
    int i = at + key.length();
    while (i < text.length()
        && (text.charAt(i) == ':' || text.charAt(i) == ' ' || text.charAt(i) == 'u')) {
      i++;
    }
    if (i >= text.length() || (text.charAt(i) != '\'' && text.charAt(i) != '"')) {
      return "";
    }
    char open = text.charAt(i);
    int end = i + 1;
    while (end < text.length() && text.charAt(end) != open) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return text.substring(i + 1, Math.min(end, text.length())).strip();
  }
}
