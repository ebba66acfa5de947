package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the error classes of the SDKs for Ruby, which name service and code: {@code
 * Aws::S3::Errors::NoSuchKey}, {@code AWS::EC2::Errors::AuthFailure}, {@code
 * AWS::S3::PermanentRedirect}.
 */
final class RubyReader {

  private RubyReader() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    String t = flat.text;
    for (int at = t.indexOf("::"); at >= 0; at = t.indexOf("::", at + 2)) {
      boolean aws = at >= 3 && (t.startsWith("Aws", at - 3) || t.startsWith("AWS", at - 3));
      if (aws && (at == 3 || !ClassNames.isPart(t.charAt(at - 4)))) {
        constant(flat, at - 3, at + 2, found);
      }
    }
    return found;
  }

  private static void constant(Flat flat, int start, int from, List<Sighting> found) {
    String t = flat.text;
    int end = from;
    while (end < t.length()
        && end - from < 200
        && (Character.isLetterOrDigit(t.charAt(end)) || t.charAt(end) == ':')) {
      end++;
    }
    while (end > from && t.charAt(end - 1) == ':') {
      end--;
    }
    String[] parts = t.substring(from, end).split("::");
    boolean errors = parts.length == 3 && parts[1].equals("Errors");
    boolean old = parts.length == 2 && parts[0].equals("S3") && KnownCodes.isCommon(parts[1]);
    boolean client = parts.length == 2 && parts[0].equals("Errors");
    if (!errors && !old && !client) {
      return;
    }
    Sighting s = new Sighting(start, flat.numberAt(start));
    s.strength = Sighting.Strength.LIKELY;
    s.service = client ? "" : parts[0];
    s.code = client ? "" : parts[parts.length - 1];
    s.exception = client ? parts[1] : "";
    String rest = t.substring(end, flat.endOf(flat.indexAt(start)));
    int open = 0;
    while (open < rest.length() && !Character.isLetterOrDigit(rest.charAt(open))) {
      open++;
    }
    String message = rest.substring(open);
    int label = message.startsWith("error=\"") ? "error=\"".length() : 0;
    int close = label == 0 ? -1 : message.indexOf('"', label);
    s.message = message.substring(label, close < 0 ? message.length() : close).strip();
    if (s.message.isEmpty() && start > 0 && t.charAt(start - 1) == '(') {
      s.message = before(t.substring(flat.startOf(flat.indexAt(start)), start - 1));
    }
    s.end = flat.endOf(flat.indexAt(start));
    found.add(s);
  }

  /** The message before a class in parentheses: after the method that raised it, if one is told. */
  private static String before(String lead) {
    int method = lead.lastIndexOf("': ");
    return (method < 0 ? lead : lead.substring(method + 3)).strip();
  }
}
