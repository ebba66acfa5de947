package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.read.text.ClassNames;
import java.util.List;

/**
 * What the lines around a failure tell by botocore's own marks: a credential scope ({@code
 * /20240916/us-east-1/s3/aws4_request}) or the name of an event ({@code
 * needs-retry.s3.HeadBucket}). Empty means not told.
 */
record Scope(String service, String operation, String region) {

  private static final List<String> EVENTS =
      List.of("needs-retry.", "before-send.", "before-call.", "request-created.", "before-sign.");

  static Scope in(List<Passage> passages) {
    String service = "";
    String operation = "";
    String region = "";
    for (Passage p : passages) {
      int scope = p.text().indexOf("/aws4_request");
      if (scope > 0) {
        int a = p.text().lastIndexOf('/', scope - 1);
        int b = a <= 0 ? -1 : p.text().lastIndexOf('/', a - 1);
        if (b >= 0) {
          service = p.text().substring(a + 1, scope);
          region = p.text().substring(b + 1, a);
        }
      }
      String action = action(p.text());
      operation = action.isEmpty() ? operation : action;
      String calling = calling(p.text());
      if (!calling.isEmpty()) {
        service = calling.substring(0, calling.indexOf(':'));
        operation = calling.substring(calling.indexOf(':') + 1);
      }
      String logged = logged(p.text());
      if (!logged.isEmpty()) {
        service = logged.substring(0, logged.indexOf('/'));
        operation = logged.substring(logged.indexOf('/') + 1);
      }
      String event = event(p.text());
      int dot = event.indexOf('.');
      if (dot > 0) {
        service = event.substring(0, dot);
        operation = event.substring(dot + 1);
      }
    }
    return new Scope(service, operation, region);
  }

  /**
   * The operation in a query request's body, {@code Action=DescribeInstances&Version=2016-11-15}.
   */
  private static String action(String text) {
    int at = text.indexOf("Action=");
    int end = wordEnd(text, at + "Action=".length());
    return at >= 0 && text.startsWith("&Version=", end)
        ? text.substring(at + "Action=".length(), end)
        : "";
  }

  /**
   * {@code sts:GetCallerIdentity} of Terraform's {@code error calling sts:GetCallerIdentity: …}.
   */
  private static String calling(String text) {
    int at = text.indexOf(" calling ");
    int from = at + " calling ".length();
    int colon = at < 0 ? -1 : wordEnd(text, from);
    int end = colon < 0 ? -1 : wordEnd(text, colon + 1);
    boolean named =
        colon > from
            && end > colon + 1
            && text.charAt(colon) == ':'
            && Character.isUpperCase(text.charAt(colon + 1));
    return named ? text.substring(from, end) : "";
  }

  /**
   * {@code ec2/DetachInternetGateway} of the SDK for Go v1: {@code DEBUG: Response ec2/… Details:}.
   */
  private static String logged(String text) {
    int at = text.indexOf("DEBUG: Response ");
    int from = at + "DEBUG: Response ".length();
    int slash = at < 0 ? -1 : wordEnd(text, from);
    int end = slash < 0 ? -1 : wordEnd(text, slash + 1);
    boolean named = slash > from && end > slash + 1 && text.charAt(slash) == '/';
    return named && text.startsWith(" Details", end) ? text.substring(from, end) : "";
  }

  private static int wordEnd(String text, int from) {
    int i = Math.min(from, text.length());
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** {@code s3.HeadBucket} of {@code Event needs-retry.s3.HeadBucket: …}; empty where none. */
  private static String event(String text) {
    if (text.contains("Changing event name from ")) {
      return "";
    }
    for (String name : EVENTS) {
      int at = text.indexOf(name);
      if (at >= 0) {
        int from = at + name.length();
        int end = from;
        while (end < text.length()
            && (ClassNames.isPart(text.charAt(end)) || text.charAt(end) == '-')) {
          end++;
        }
        return text.substring(from, end);
      }
    }
    return "";
  }
}
