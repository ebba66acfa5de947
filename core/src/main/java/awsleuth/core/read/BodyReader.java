package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.ErrorCodes;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads error bodies: XML, JSON and printed response dicts, also inside other text. */
final class BodyReader {

  private static final int REACH = 4000;
  private static final int HEADERS = 16;
  private static final int HEAD = 1000;
  private static final int AFTER = 160;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  /** Where printed responses begin and end. */
  private final TreeMap<Integer, Integer> dicts = new TreeMap<>();

  private BodyReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    BodyReader reader = new BodyReader(flat);
    reader.xml();
    reader.dict("'Error': {", '\'');
    reader.dict("\"Error\": {", '"');
    reader.dict("\"Error\":{", '"');
    reader.type("\"__type\"");
    reader.type("'__type'");
    reader.found.sort((a, b) -> Integer.compare(a.position, b.position));
    return reader.withoutSource();
  }

  /** Those that are not in the line of a program which a traceback shows below its frame. */
  private List<Sighting> withoutSource() {
    List<Sighting> kept = new ArrayList<>();
    int above = -1;
    int line = 0;
    int seen = 0;
    for (Sighting s : found) {
      int at = s.position;
      for (int end = flat.text.indexOf('\n', seen, at);
          end >= 0;
          end = flat.text.indexOf('\n', end + 1, at)) {
        above = line;
        line = end + 1;
      }
      seen = at;
      if (above < 0 || !isFrame(above, line - 1)) {
        kept.add(s);
      }
    }
    return kept;
  }

  private boolean isFrame(int from, int to) {
    String text = flat.text.substring(from, Math.min(to, from + HEAD)).strip();
    return text.startsWith("File \"") && text.contains("\", line ");
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
      if (rest.contains("<HostId>")) {
        s.captures.put("body_host_id", between(rest, "<HostId>", "</HostId>"));
      }
      s.status = s.status.isPresent() ? s.status : statusBefore(at);
      classic(s, at);
      if (s.status.isEmpty()) {
        int end = endOfXml(rest);
        s.status = Statuses.first(rest.substring(end, Math.min(rest.length(), end + AFTER)));
      }
      s.captures.put("body_endpoint", between(rest, "<Endpoint>", "</Endpoint>"));
      s.captures.put("namespace", namespace(at));
      s.service = isOfEc2(at) ? "ec2" : "";
      s.end = at + endOfXml(rest);
      found.add(s);
    }
  }

  /** The URI of a query service's answer, which has the host of the service. */
  private String namespace(int at) {
    String lead = flat.text.substring(Math.max(0, at - 300), at);
    int xmlns = lead.lastIndexOf("xmlns=\"");
    return xmlns < 0 ? "" : stringAfter(lead.substring(xmlns), "xmlns=", '"');
  }

  /** Whether a body has the shape that EC2 alone writes. */
  private boolean isOfEc2(int at) {
    String lead = flat.text.substring(Math.max(0, at - 60), at).replace("\n", "").replace(" ", "");
    return lead.endsWith("<Response><Errors><Error>");
  }

  /** JSON bodies with {@code __type}. */
  private void type(String key) {
    String t = flat.text;
    for (int at = t.indexOf(key); at >= 0; at = t.indexOf(key, at + 1)) {
      String rest = t.substring(at, Math.min(t.length(), at + REACH));
      String type = stringAfter(rest, key, '"');
      String code = ErrorCodes.ofType(type);
      Map.Entry<Integer, Integer> dict = dicts.floorEntry(at);
      if (code.isEmpty() || (dict != null && at < dict.getValue())) {
        continue;
      }
      Sighting s = weak(at, code);
      s.captures.put("type_namespace", type.substring(0, Math.max(0, type.indexOf('#'))));
      String lead = t.substring(Math.max(0, at - REACH), at);
      int open = lead.lastIndexOf('{');
      String body = open < 0 ? rest : lead.substring(open) + rest;
      s.message = stringAfter(body, "\"message\"", '"');
      for (String name : List.of("\"Message\"", "'message'", "'Message'")) {
        s.message = s.message.isEmpty() ? stringAfter(body, name, '"') : s.message;
      }
      s.status = s.status.isPresent() ? s.status : Statuses.last(near(lead));
      s.status = s.status.isPresent() ? s.status : statusBefore(at);
      classic(s, at);
      s.end = at + Math.max(8, rest.indexOf('}') + 1);
      found.add(s);
    }
  }

  /** A printed {@code e.response}. */
  private void dict(String anchor, char quote) {
    String t = flat.text;
    for (int at = t.indexOf(anchor); at >= 0; at = t.indexOf(anchor, at + 1)) {
      String rest = t.substring(at, Math.min(t.length(), at + REACH));
      int end = endOfDict(rest);
      String q = String.valueOf(quote);
      String code = stringAfter(rest, q + "Code" + q, quote);
      if (code.isEmpty()) {
        continue;
      }
      Sighting s = weak(at, code);
      s.exception = "ClientError";
      s.message = stringAfter(rest, q + "Message" + q, quote);
      response(s, whole(at, rest.substring(0, end), q), quote);
      s.end = at + anchor.length();
      dicts.put(at, at + end);
      found.add(s);
    }
  }

  /** A printed response from its error on, or from its metadata where they stand before that. */
  private String whole(int at, String rest, String q) {
    String name = q + "ResponseMetadata" + q;
    String lead = flat.text.substring(Math.max(0, at - REACH), at);
    int before = rest.contains(name) ? -1 : lead.lastIndexOf(name);
    boolean own = before >= 0 && endOfDict(lead.substring(before)) + before == lead.length();
    return own ? lead.substring(before) + rest : rest;
  }

  /** What the members of a response beside its error tell. */
  private static void response(Sighting s, String whole, char quote) {
    String q = String.valueOf(quote);
    s.requestId = stringAfter(whole, q + "RequestId" + q, quote);
    int status = whole.indexOf("HTTPStatusCode" + q + ": ");
    if (status >= 0) {
      s.status = Numbers.statusAt(whole, status + "HTTPStatusCode".length() + 3);
    }
    int retries = whole.indexOf("RetryAttempts" + q + ": ");
    boolean all =
        whole.contains("MaxAttemptsReached" + q + ": " + (quote == '"' ? "true" : "True"));
    if (retries >= 0 && all) {
      int from = retries + "RetryAttempts".length() + 3;
      int end = from;
      while (end < whole.length() && Character.isDigit(whole.charAt(end))) {
        end++;
      }
      s.retries = Numbers.parse(whole.substring(from, end));
    }
    server(s, whole, q, quote);
  }

  /**
   * What tells S3: its name for itself, and the id of its host, which botocore takes out of the
   * headers where no {@code x-amzn-requestid} is among them (botocore/parsers.py).
   */
  private static void server(Sighting s, String whole, String q, char quote) {
    s.captures.put("server", stringAfter(whole, q + "server" + q, quote));
    String host = stringAfter(whole, q + "HostId" + q, quote);
    boolean other = whole.contains(q + "x-amzn-requestid" + q);
    host = host.isEmpty() && !other ? stringAfter(whole, q + "x-amz-id-2" + q, quote) : host;
    if (!host.isEmpty()) {
      s.captures.put("body_host_id", host);
    }
  }

  /**
   * Where a printed response ends of which the error is a member; the text's end where it is cut.
   */
  private static int endOfDict(String rest) {
    int depth = 1;
    char quote = '\0';
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (quote != '\0') {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? '\0' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return rest.length();
  }

  /** Where an XML body ends: with its error element, or with the last of its lines. */
  private static int endOfXml(String rest) {
    int close = rest.indexOf("</Error>");
    if (close >= 0) {
      return close + "</Error>".length();
    }
    int end = rest.indexOf('\n');
    while (end >= 0 && end + 1 < rest.length()) {
      int next = rest.indexOf('\n', end + 1);
      String line = rest.substring(end + 1, next < 0 ? rest.length() : next).strip();
      if (!line.startsWith("<")) {
        return end;
      }
      end = next;
    }
    return end < 0 ? rest.length() : end;
  }

  /** The end of a lead, where what is told of the same answer stands. */
  private static String near(String lead) {
    return lead.substring(Math.max(0, lead.length() - 80));
  }

  /** boto 2's {@code S3ResponseError: 301 Moved Permanently} in the lines above a body. */
  private void classic(Sighting s, int at) {
    int index = flat.indexAt(at);
    for (int i = index; i >= Math.max(0, index - 6); i--) {
      String line = flat.lines.get(i).text();
      int colon = line.lastIndexOf("Error: ", HEAD);
      OptionalInt status =
          colon < 0 ? OptionalInt.empty() : Numbers.statusAt(line, colon + "Error: ".length());
      if (status.isPresent()) {
        s.exception = ClassNames.simple(ClassNames.endingAt(line, colon + "Error".length()));
        s.status = status;
        return;
      }
    }
  }

  /** The status of the answer whose head is printed above the body; empty where it is not. */
  private OptionalInt statusBefore(int at) {
    int from = flat.startOf(Math.max(0, flat.indexAt(at) - HEADERS));
    String head = flat.text.substring(Math.max(from, at - HEAD), at);
    for (String label : List.of("HTTP/1.1 ", "HTTP/2 ", "status: ", "response code ", "HTTP ")) {
      int line = head.lastIndexOf(label);
      if (line >= 0) {
        return Numbers.statusAt(head, line + label.length());
      }
    }
    return OptionalInt.empty();
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
