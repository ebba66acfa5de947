package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads the sentences of other libraries and of the AWS SDKs for other languages. */
final class SdkReader {

  /** How far a sentence reaches in a line that is longer than any that people write. */
  private static final int REACH = 2000;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  /** The last line that no error code was found for, so that it is not searched again. */
  private int barren = -1;

  private SdkReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    SdkReader reader = new SdkReader(flat);
    reader.each("AWS Error ", reader::arrow);
    reader.each("operation error ", reader::goV2);
    reader.each("(Service: ", reader::java);
    reader.each("status code: ", reader::goV1);
    reader.each("Code: '", reader::javascript);
    return reader.found;
  }

  private interface Reading {
    void at(int position);
  }

  private void each(String anchor, Reading reading) {
    int before = found.size();
    for (int at = flat.text.indexOf(anchor); at >= 0; at = flat.text.indexOf(anchor, at + 1)) {
      if (found.size() == before || at >= found.getLast().end) {
        reading.at(at);
      }
    }
  }

  /** pyarrow: {@code AWS Error ACCESS_DENIED during HeadObject operation: message}. */
  private void arrow(int at) {
    Unfolded u = new Unfolded(flat, at + "AWS Error ".length(), 1200);
    int during = u.text.indexOf(" during ");
    int operation = u.text.indexOf(" operation", Math.max(0, during));
    if (during < 0 || during > 80 || operation < 0 || operation - during > 80) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    String code = u.text.substring(0, u.wordEndAt(0));
    s.code = code.equals("UNKNOWN") ? "" : camel(code);
    s.operation = u.text.substring(during + " during ".length(), operation).strip();
    s.status = after(u.text, "HTTP status ", 0);
    int name = u.text.indexOf("ExceptionName: ");
    if (name >= 0) {
      int from = name + "ExceptionName: ".length();
      s.code = u.text.substring(from, u.wordEndAt(from));
    }
    s.message = lineFrom(u.position(Math.min(u.text.length(), operation + 11)));
    s.exception = ClassNames.before(flat.text, at, "");
    s.end =
        Math.max(s.position + 1, flat.endOf(flat.indexAt(u.position(Math.max(operation, name)))));
    found.add(s);
  }

  /**
   * SDK for Go v2: {@code operation error S3: GetObject, https response error StatusCode: 403, …}.
   */
  private void goV2(int at) {
    Unfolded u = new Unfolded(flat, at + "operation error ".length(), 1600);
    int colon = u.text.indexOf(": ");
    int comma = u.text.indexOf(',', Math.max(colon, 0));
    if (colon < 0 || colon > 60 || comma < 0 || comma - colon > 90) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = u.text.substring(0, colon);
    s.operation = u.text.substring(colon + 2, comma);
    s.status = after(u.text, "StatusCode: ", comma);
    s.requestId = word(u.text, "RequestID: ", comma);
    int api = u.text.indexOf("api error ", comma);
    int end = api;
    if (api >= 0) {
      end = u.text.indexOf(':', api);
      end = end < 0 ? u.text.length() : end;
      s.code = u.text.substring(api + "api error ".length(), end);
    } else {
      int limit = u.text.indexOf('\n') < 0 ? u.text.length() : u.text.indexOf('\n');
      int named = named(u.text, comma, limit);
      String dotted = ClassNames.endingAt(u.text, Math.max(0, named));
      s.code = Codes.looksLikeCode(dotted) ? dotted : "";
    }
    s.message = lineFrom(u.position(Math.min(u.text.length(), Math.max(end, comma) + 1)));
    s.end = flat.endOf(flat.indexAt(u.position(Math.max(end, comma))));
    found.add(s);
  }

  /** The first colon after a word that reads like a modeled error; -1 where there is none. */
  private static int named(String text, int from, int limit) {
    for (int i = text.indexOf(": ", from); i >= 0 && i < limit; i = text.indexOf(": ", i + 1)) {
      String dotted = ClassNames.endingAt(text, i);
      if (Codes.looksLikeCode(dotted) && !dotted.endsWith("ID") && !dotted.equals("StatusCode")) {
        return i;
      }
    }
    return -1;
  }

  /** SDK for Java: {@code message (Service: Amazon S3; Status Code: 403; Error Code: X; …)}. */
  private void java(int at) {
    Unfolded u = new Unfolded(flat, at, 600);
    int close = u.text.indexOf(')');
    String inside = u.text.substring(0, close < 0 ? u.text.length() : close);
    OptionalInt status = after(inside, "Status Code: ", 0);
    if (status.isEmpty()) {
      return;
    }
    int lineStart = Math.max(flat.startOf(flat.indexAt(at)), at - REACH);
    String lead = flat.text.substring(lineStart, at);
    Sighting s = new Sighting(lineStart, flat.numberAt(at));
    s.service = phrase(inside, "Service: ");
    s.status = status;
    s.code = word(inside, "Error Code: ", 0);
    s.requestId = word(inside, "Request ID: ", 0);
    int colon = classColon(lead);
    s.exception = colon < 0 ? "" : ClassNames.simple(ClassNames.endingAt(lead, colon));
    s.message = lead.substring(colon < 0 ? 0 : colon + 1).strip();
    if (s.code.isEmpty() && !s.exception.endsWith(s.service + "Exception")) {
      s.code = s.exception;
    }
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  private static int classColon(String lead) {
    for (int i = lead.indexOf(": "); i >= 0; i = lead.indexOf(": ", i + 1)) {
      if (ClassNames.isException(ClassNames.endingAt(lead, i))) {
        return i;
      }
    }
    return -1;
  }

  /** SDK for Go v1: {@code CODE: message}, then {@code status code: 403, request id: X}. */
  private void goV1(int at) {
    OptionalInt status = Numbers.statusAt(flat.text, at + "status code: ".length());
    String rest = lineFrom(at);
    if (status.isEmpty() || !rest.contains("request id")) {
      return;
    }
    int index = flat.indexAt(at);
    if (index == barren) {
      return;
    }
    for (int i = index; i >= Math.max(0, index - 6); i--) {
      String line = head(i);
      int code = Codes.colonOf(line);
      if (code >= 0) {
        Sighting s = new Sighting(flat.startOf(i), flat.lines.get(i).number());
        s.code = Codes.ofDotted(ClassNames.endingAt(line, code));
        s.message = message(i, code + 1, index);
        s.status = status;
        s.requestId = word(rest, "request id: ", 0);
        s.end = flat.endOf(index);
        found.add(s);
        return;
      }
    }
    barren = index;
  }

  private String message(int from, int column, int to) {
    StringBuilder text = new StringBuilder(head(from).substring(column));
    for (int i = from + 1; i < to; i++) {
      text.append(' ').append(head(i).strip());
    }
    String all = text.toString().strip();
    int status = all.indexOf("status code: ");
    return (status < 0 ? all : all.substring(0, status)).strip();
  }

  /** SDK for JavaScript v3: an error printed with its fields. */
  private void javascript(int at) {
    int from = at + "Code: '".length();
    int close = flat.text.indexOf('\'', from, Math.min(flat.text.length(), from + 100));
    int index = flat.indexAt(at);
    if (close < 0 || close - from > 80 || !around(at, index).contains("$metadata")) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = flat.text.substring(from, close);
    String near = around(at, index);
    s.status = after(near, "httpStatusCode: ", 0);
    s.requestId = Quotes.bare(word(near, "requestId: ", 0));
    s.end = flat.endOf(index);
    found.add(s);
  }

  private String around(int at, int index) {
    int from = flat.startOf(Math.max(0, index - 12));
    int to = flat.endOf(Math.min(flat.lines.size() - 1, index + 12));
    return flat.text.substring(Math.max(from, at - REACH), Math.min(to, at + REACH));
  }

  /** A line, as far as it is worth reading. */
  private String head(int index) {
    String line = flat.lines.get(index).text();
    return line.length() <= REACH ? line : line.substring(0, REACH);
  }

  private String lineFrom(int at) {
    int limit = Math.min(flat.text.length(), at + REACH);
    int end = flat.text.indexOf('\n', Math.min(at, limit), limit);
    return flat.text.substring(at, end < 0 ? limit : end).strip();
  }

  private static OptionalInt after(String text, String label, int from) {
    int at = text.indexOf(label, from);
    return at < 0 ? OptionalInt.empty() : Numbers.statusAt(text, at + label.length());
  }

  private static String word(String text, String label, int from) {
    int at = text.indexOf(label, from);
    if (at < 0) {
      return "";
    }
    int start = at + label.length();
    int end = start;
    while (end < text.length() && " ,;)\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String phrase(String text, String label) {
    int at = text.indexOf(label) + label.length();
    int end = at;
    while (end < text.length() && ",;)\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(at, end).strip();
  }

  /** {@code ACCESS_DENIED} as {@code AccessDenied}. */
  private static String camel(String snake) {
    StringBuilder out = new StringBuilder();
    boolean up = true;
    for (int i = 0; i < snake.length(); i++) {
      char c = snake.charAt(i);
      if (c == '_') {
        up = true;
      } else {
        out.append(up ? Character.toUpperCase(c) : Character.toLowerCase(c));
        up = false;
      }
    }
    return out.toString();
  }
}
