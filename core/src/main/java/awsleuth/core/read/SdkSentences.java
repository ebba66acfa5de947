package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;

/** Reads how the SDK for Rust and s3cmd print a service's error. */
final class SdkSentences {

  private static final int REACH = 3000;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private SdkSentences(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    SdkSentences reader = new SdkSentences(flat);
    reader.each("S3 error: ", reader::s3cmd);
    reader.each("{ code: ", reader::rust);
    return reader.found;
  }

  private interface Reading {
    void at(int position);
  }

  private void each(String anchor, Reading reading) {
    for (int at = flat.text.indexOf(anchor); at >= 0; at = flat.text.indexOf(anchor, at + 1)) {
      reading.at(at);
    }
  }

  private static String trim(String text) {
    String bare = text.strip();
    int from = 0;
    while (from < bare.length() && ": (".indexOf(bare.charAt(from)) >= 0) {
      from++;
    }
    int end = bare.length();
    while (end > from && ")>".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return bare.substring(from, end).strip();
  }

  /** {@code ERROR: S3 error: 404 (NoSuchBucket): message}. */
  private void s3cmd(int at) {
    int index = flat.indexAt(at);
    String line = lineFrom(at + "S3 error: ".length(), index);
    int open = line.indexOf('(');
    int close = line.indexOf(')', Math.max(0, open));
    if (open < 0 || open > 5 || close < 0 || close - open > 80) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = "s3";
    s.status = Numbers.statusAt(line, 0);
    s.code = line.substring(open + 1, close);
    s.message = trim(line.substring(close + 1));
    s.end = flat.endOf(index);
    found.add(s);
  }

  /** SDK for Rust: {@code Error { code: "X", message: "…", aws_request_id: "…" }}. */
  private void rust(int at) {
    Unfolded u = new Unfolded(flat, at, REACH);
    String code = value(u.text, "code: ");
    int index = flat.indexAt(at);
    if (!Codes.looksLikeCode(code) || !flat.text.startsWith("Err", wordStart(at))) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = code;
    s.message = value(u.text, "message: ");
    s.requestId = value(u.text, "aws_request_id: ");
    s.end = flat.endOf(index);
    found.add(s);
  }

  private int wordStart(int at) {
    int end = at;
    while (end > 0 && flat.text.charAt(end - 1) == ' ') {
      end--;
    }
    return end - ClassNames.endingAt(flat.text, end).length();
  }

  /** {@code "x"} or {@code Some("x")} after a label; empty where neither stands there. */
  private static String value(String text, String label) {
    int at = text.indexOf(label);
    int from = at < 0 ? -1 : at + label.length();
    from += from >= 0 && text.startsWith("Some(", from) ? "Some(".length() : 0;
    int close = from < 0 || !text.startsWith("\"", from) ? -1 : text.indexOf('"', from + 1);
    return close < 0 ? "" : text.substring(from + 1, close);
  }

  private String lineFrom(int at, int index) {
    int end = flat.endOf(index);
    return flat.text.substring(Math.min(at, end), Math.min(end, at + REACH));
  }
}
