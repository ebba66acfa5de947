package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Labels;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Reads how the SDKs for Rust, .NET, C++ and Kotlin and s3cmd print a service's error. */
final class SdkSentences {

  private static final String MAKING = "Error making request with Error Code ";
  private static final String RETURNED = "The service returned an error with Error Code ";
  private static final int REACH = 3000;
  private static final int LONGEST_CLASS = 200;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private SdkSentences(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    SdkSentences reader = new SdkSentences(flat);
    reader.each("S3 error: ", reader::s3cmd);
    reader.each("S3ServiceException:", reader::redshift);
    reader.each("{ code: ", reader::rust);
    reader.each(MAKING, at -> reader.dotNet(at, MAKING));
    reader.each(RETURNED, at -> reader.dotNet(at, RETURNED));
    reader.each("Amazon.", reader::dotNetClass);
    reader.each("Unable to parse ExceptionName: ", reader::cpp);
    reader.each("Service returned error code ", reader::kotlin);
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

  /** Redshift: {@code S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid R,…}. */
  private void redshift(int at) {
    String line = after(at, "S3ServiceException:");
    int status = line.indexOf(",Status ");
    int error = line.indexOf(",Error ");
    if (status < 0 || error < status) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = "s3";
    s.status = Numbers.statusAt(line, status + ",Status ".length());
    int end = line.indexOf(',', error + 1);
    s.code = line.substring(error + ",Error ".length(), end < 0 ? line.length() : end);
    s.message = line.substring(0, status);
    s.requestId = Labels.word(line, ",Rid ", 0).replace(",", "");
    keep(s);
  }

  /** SDK for Rust: {@code Error { code: "X", message: "…", aws_request_id: "…" }}. */
  private void rust(int at) {
    Unfolded u = new Unfolded(flat, at, REACH);
    String code = value(u.text, "code: ");
    int index = flat.indexAt(at);
    if (!CodeWords.looksLikeCode(code) || !flat.text.startsWith("Err", wordStart(at))) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = code;
    s.message = value(u.text, "message: ");
    s.requestId = value(u.text, "aws_request_id: ");
    s.end = flat.endOf(index);
    found.add(s);
  }

  /**
   * {@code Error making request with Error Code X and Http Status Code Y}, {@code The service
   * returned an error with Error Code X and HTTP Body: {…}}.
   */
  private void dotNet(int at, String sentence) {
    String rest = after(at, sentence);
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = rest.substring(0, Math.max(0, rest.indexOf(' ')));
    String reason = Labels.word(rest, "Http Status Code ", 0);
    s.status = Labels.statusOf(reason.replace(".", ""));
    s.exception = ClassNames.before(flat.text, at, "");
    String dotted = ClassNames.endingAt(flat.text, Math.max(0, at - 2));
    String[] parts = dotted.split("\\.");
    s.service = parts.length > 2 && parts[0].equals("Amazon") ? parts[1] : "";
    s.message = sentence.equals(RETURNED) ? "" : rest; // a body, which is read by itself
    keep(s);
  }

  /**
   * {@code Amazon.StepFunctions.Model.ExecutionLimitExceededException: message}, a modeled error of
   * the SDK for .NET, whose class is named for its code.
   */
  private void dotNetClass(int at) {
    if (at > 0 && ClassNames.isPart(flat.text.charAt(at - 1))) {
      return;
    }
    int end = at;
    while (end < flat.text.length()
        && end - at < LONGEST_CLASS
        && ClassNames.isPart(flat.text.charAt(end))) {
      end++;
    }
    String dotted = flat.text.substring(at, end);
    int model = dotted.indexOf(".Model.");
    String rest = after(end, ": ");
    if (model < 0
        || !dotted.endsWith("Exception")
        || !flat.text.startsWith(": ", end)
        || rest.startsWith(MAKING)) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = dotted.substring("Amazon.".length(), model);
    s.code = ClassNames.simple(dotted);
    s.exception = s.code;
    s.message = rest;
    keep(s);
  }

  /** {@code Unable to parse ExceptionName: X Message: …}, where a service's code is new to C++. */
  private void cpp(int at) {
    String rest = after(at, "Unable to parse ExceptionName: ");
    Sighting s = new Sighting(at, flat.numberAt(at));
    int blank = rest.indexOf(' ');
    s.code = blank < 0 ? rest : rest.substring(0, blank);
    int message = rest.indexOf("Message: ");
    s.message = message < 0 ? "" : rest.substring(message + "Message: ".length());
    keep(s);
  }

  /** {@code Service returned error code X, …, Protocol response: HTTP 403 Forbidden}. */
  private void kotlin(int at) {
    String rest = after(at, "Service returned error code ");
    if (!rest.contains("Protocol response: HTTP ")) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    int end = 0;
    while (end < rest.length() && ClassNames.isPart(rest.charAt(end))) {
      end++;
    }
    s.code = rest.substring(0, end);
    s.status = Labels.status(rest, "Protocol response: HTTP ", 0);
    s.requestId = Labels.word(rest, "Request ID: ", 0);
    s.exception = ClassNames.before(flat.text, at, "");
    s.message = rest;
    keep(s);
  }

  private String after(int at, String anchor) {
    return lineFrom(at + anchor.length(), flat.indexAt(at)).strip();
  }

  private void keep(Sighting s) {
    s.end = flat.endOf(flat.indexAt(s.position));
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
