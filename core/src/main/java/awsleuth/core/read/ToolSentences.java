package awsleuth.core.read;

import awsleuth.core.read.Sighting.Strength;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Labels;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how Fluent Bit, JetS3t and CloudFormation print a service's error, and the sentence of a
 * throttle that a program printed without its code.
 */
final class ToolSentences {

  private static final String RESPONDED = " API responded with error='";
  private static final List<String> STATUS = List.of("ResponseCode: ", "ResponseCode=");
  private static final List<String> REASON = List.of("ResponseStatus: ", "ResponseMessage=");
  private static final String API = "API: ";
  private static final String RATE = "Rate exceeded";
  private static final String CLUSTER = "Error from server (Forbidden): ";
  private static final int REACH = 3000;
  private static final int LEAD = 400;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private ToolSentences(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    ToolSentences reader = new ToolSentences(flat);
    String t = flat.text;
    for (int at = t.indexOf(RESPONDED); at >= 0; at = t.indexOf(RESPONDED, at + 1)) {
      reader.fluentBit(at);
    }
    for (String status : STATUS) {
      for (int at = t.indexOf(status); at >= 0; at = t.indexOf(status, at + 1)) {
        reader.jets3t(at, status);
      }
    }
    for (int at = t.indexOf(API); at >= 0; at = t.indexOf(API, at + 1)) {
      reader.cloudFormation(at);
    }
    for (int at = t.indexOf(CLUSTER); at >= 0; at = t.indexOf(CLUSTER, at + 1)) {
      reader.cluster(at);
    }
    for (int at = t.indexOf(RATE); at >= 0; at = t.indexOf(RATE, at + 1)) {
      reader.rate(at);
    }
    return reader.found;
  }

  /** {@code [output:s3:s3.0] PutObject API responded with error='AccessDenied', message='…'}. */
  private void fluentBit(int at) {
    String rest = rest(at + RESPONDED.length());
    int close = rest.indexOf('\'');
    String operation = ClassNames.endingAt(flat.text, at);
    Sighting s = new Sighting(at - operation.length(), flat.numberAt(at));
    s.code = close < 0 ? rest.strip() : rest.substring(0, close);
    s.operation = operation;
    s.service = plugin(flat.lead(at, LEAD));
    int message = rest.indexOf("message='");
    int end = rest.lastIndexOf('\'');
    int from = message + "message='".length();
    s.message = message < 0 ? "" : rest.substring(from, end < from ? rest.length() : end);
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  /** {@code API: s3:PutBucketPolicy Access Denied}, a reason in CloudFormation's events. */
  private void cloudFormation(int at) {
    String rest = rest(at + API.length());
    int blank = rest.indexOf(' ');
    int colon = rest.indexOf(':');
    boolean action =
        colon > 1
            && blank > colon + 3
            && Character.isLowerCase(rest.charAt(0))
            && Character.isUpperCase(rest.charAt(colon + 1));
    String message = action ? rest.substring(blank).strip() : "";
    if (message.isEmpty()) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = rest.substring(0, colon);
    s.operation = rest.substring(colon + 1, blank);
    s.code = message.startsWith("Access Denied") ? "AccessDenied" : "";
    s.message = message;
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  /**
   * {@code Error from server (Forbidden): pods is forbidden: User "arn:aws:…" cannot list resource
   * …}, which kubectl prints of a principal of AWS.
   */
  private void cluster(int at) {
    String message = rest(at + CLUSTER.length()).strip();
    if (message.contains(" is forbidden: User \"arn:aws")) {
      Sighting s = new Sighting(at, flat.numberAt(at));
      s.code = "Forbidden";
      s.message = message;
      s.end = flat.endOf(flat.indexAt(at));
      found.add(s);
    }
  }

  /** The service that an output plugin of Fluent Bit writes to; empty where none is named. */
  private static String plugin(String lead) {
    int output = lead.lastIndexOf("[output:");
    int from = output + "[output:".length();
    int end = output < 0 ? -1 : lead.indexOf(':', from);
    return switch (end < 0 ? "" : lead.substring(from, end)) {
      case "s3" -> "s3";
      case "cloudwatch_logs" -> "logs";
      case "kinesis_firehose" -> "firehose";
      case "kinesis_streams" -> "kinesis";
      default -> "";
    };
  }

  /**
   * {@code S3ServiceException: … -- ResponseCode: 404, ResponseStatus: Not Found, RequestId: R}.
   */
  private void jets3t(int at, String label) {
    String rest = rest(at);
    String reason = "";
    for (String name : REASON) {
      int from = rest.indexOf(name);
      int end = from < 0 ? -1 : wordsEnd(rest, from + name.length());
      reason = end < 0 ? reason : rest.substring(from + name.length(), end).strip();
    }
    String lead = flat.lead(at, LEAD);
    String type = ClassNames.lastIn(lead);
    if (reason.isEmpty() || !(type.endsWith("ServiceException") || lead.contains("S3 "))) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.exception = type;
    s.status = Numbers.statusAt(rest, label.length());
    s.service = lead.contains("S3") || lead.contains("s3") ? "s3" : "";
    s.requestId = Labels.word(rest, "RequestId: ", 0);
    s.message = rest.contains("<Message>") ? rest : reason;
    s.end = flat.endOf(flat.indexAt(at));
    found.add(s);
  }

  private static int wordsEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ' ')) {
      end++;
    }
    return end;
  }

  /** The whole message of a throttle, on a line of its own or behind a colon. */
  private void rate(int at) {
    String lead = flat.lead(at, LEAD).stripTrailing();
    String rest = rest(at + RATE.length()).strip();
    boolean begins = lead.isEmpty() || ":\"'(".indexOf(lead.charAt(lead.length() - 1)) >= 0;
    if (begins && (rest.isEmpty() || ".\"')}".indexOf(rest.charAt(0)) >= 0)) {
      Sighting s = new Sighting(at, flat.numberAt(at));
      s.strength = Strength.FAINT;
      s.message = RATE;
      s.end = at + RATE.length();
      found.add(s);
    }
  }

  private String rest(int from) {
    int end = Math.min(from + REACH, flat.endOf(flat.indexAt(from)));
    return from < end ? flat.text.substring(from, end) : "";
  }
}
