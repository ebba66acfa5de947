package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the sentences of pyarrow and of the AWS SDK for Java. */
final class SdkReader {

  /** How far a sentence reaches in a line that is longer than any that people write. */
  private static final int REACH = 2000;

  /** What CloudFormation's handlers answer where they tell no more. */
  private static final Set<String> VAGUE =
      Set.of("", "GeneralServiceException", "InvalidRequest", "InternalFailure", "NotStabilized");

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private SdkReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    SdkReader reader = new SdkReader(flat);
    Anchored.each(flat, "AWS Error ", reader.found, reader::arrow);
    Anchored.each(flat, "(Service: ", reader.found, reader::java);
    Anchored.each(flat, "(Status Code: ", reader.found, reader::java);
    return reader.found;
  }

  /** pyarrow: {@code AWS Error ACCESS_DENIED during HeadObject operation: message}. */
  private void arrow(int at) {
    Unfolded u = new Unfolded(flat, at + "AWS Error ".length(), 1200);
    int during = u.text.indexOf(" during ");
    int operation = u.text.indexOf(" operation", Math.max(0, during));
    if (during < 0 || during > 80 || operation < 0 || operation - during > 80) {
      numbered(at, u.text);
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    String code = u.text.substring(0, u.wordEndAt(0));
    boolean told = !code.equals("UNKNOWN") && !code.equals("NETWORK_CONNECTION");
    s.code = told ? camel(code) : ""; // no answer came over a network that failed
    s.operation = u.text.substring(during + " during ".length(), operation).strip();
    s.status = Labels.status(u.text, "HTTP status ", 0);
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

  /** pyarrow before version 10: {@code AWS Error [code 99]: curlCode: 28, Timeout was reached}. */
  private void numbered(int at, String text) {
    String code = Labels.word(text, "[code ", 0).replace("]:", "");
    if (!text.startsWith("[code ") || text.contains("ExceptionName: ")) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = "s3";
    s.code = code.equals("15") ? "AccessDenied" : ""; // Aws::Client::CoreErrors
    s.message = lineFrom(at + "AWS Error ".length() + Math.max(0, text.indexOf("]:")) + 2);
    s.exception = ClassNames.before(flat.text, at, "");
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  /** SDK for Java: {@code message (Service: Amazon S3; Status Code: 403; Error Code: X; …)}. */
  private void java(int at) {
    Unfolded u = new Unfolded(flat, at, 600);
    int close = u.text.indexOf(')');
    String inside = u.text.substring(0, close < 0 ? u.text.length() : close);
    OptionalInt status = Labels.status(inside, "Status Code: ", 0);
    if (status.isEmpty()) {
      return;
    }
    int lineStart = Math.max(flat.startOf(flat.indexAt(at)), at - REACH);
    String lead = flat.text.substring(lineStart, at);
    if (lead.contains("when calling the ") && lead.contains("rror occurred (")) {
      return; // botocore's sentence, whose message tells of a service behind the called one
    }
    Sighting s = new Sighting(lineStart, flat.numberAt(at));
    String service = Labels.phrase(inside, "Service: ").replace("Client", "");
    s.service = service.equals("null") ? "" : service;
    s.status = status;
    int code = u.indexOfLoose("Error Code: ", 0, 200);
    s.code = code < 0 ? "" : u.text.substring(code, u.wordEndAt(code));
    s.requestId = Labels.word(inside, "Request ID: ", 0);
    int colon = classColon(lead);
    s.exception = colon < 0 ? "" : ClassNames.simple(ClassNames.endingAt(lead, colon));
    s.message = lead.substring(colon < 0 ? 0 : colon + 1).strip();
    boolean own = s.exception.endsWith("Exception") && !isBase(s.exception, s.service);
    if (s.code.isEmpty() && own) {
      s.code = s.exception;
    }
    if (s.code.isEmpty()) {
      s.code = codeIn(lead, lineFrom(at));
    }
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  /** Whether a class is the one that all errors of a service have in common. */
  private static boolean isBase(String exception, String service) {
    String bare = service.replace("Amazon ", "").replace("Client", "").replace(" ", "");
    String name = exception.replace("Exception", "").replace("Amazon", "");
    return bare.regionMatches(true, 0, name, 0, Math.max(1, name.length()));
  }

  /** The colon after the first class that is not followed by another: wrappers stand before it. */
  private static int classColon(String lead) {
    int found = -1;
    for (int i = lead.indexOf(": "); i >= 0; i = lead.indexOf(": ", i + 1)) {
      String dotted = ClassNames.endingAt(lead, i);
      if (ClassNames.isException(dotted)) {
        if (found >= 0 && i - dotted.length() != found + 2) {
          return found;
        }
        found = i;
      }
    }
    return found;
  }

  /** The code that the words of a message name: {@code S3 Error Code: X.}; empty where none. */
  private static String codeIn(String lead, String rest) {
    for (String label : List.of("rror Code: ", "error code ")) {
      String code = Labels.word(lead, label, 0);
      if (CodeWords.looksLikeCode(
          code.endsWith(".") ? code.substring(0, code.length() - 1) : code)) {
        return code.endsWith(".") ? code.substring(0, code.length() - 1) : code;
      }
    }
    String handler = Labels.word(rest, "HandlerErrorCode: ", 0);
    return VAGUE.contains(handler) ? "" : handler;
  }

  private String lineFrom(int at) {
    int limit = Math.min(flat.text.length(), at + REACH);
    int end = flat.text.indexOf('\n', Math.min(at, limit), limit);
    return flat.text.substring(at, end < 0 ? limit : end).strip();
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
