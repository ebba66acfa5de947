package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what the SDKs for JavaScript, Ruby and Go say of a request's parameters before they send
 * it. The capture {@code report} holds it in the words of botocore's report.
 */
final class SdkValidation {

  /** How an SDK says it, and how botocore does; the parameter stands between the first two. */
  private record Form(String before, String after, String code, String report) {}

  private static final String UNKNOWN = "Unknown parameter in input: \"%s\"";
  private static final String MISSING = "Missing required parameter in input: \"%s\"";
  private static final String TYPE = "Invalid type for parameter %s, value: ";
  private static final String LENGTH = "Invalid length for parameter %s, value: ";

  private static final List<Form> FORMS =
      List.of(
          new Form("Unexpected key '", "'", "UnexpectedParameter", UNKNOWN),
          new Form("Missing required key '", "'", "MissingRequiredParameter", MISSING),
          new Form("Expected params.", " to be ", "InvalidParameterType", TYPE),
          new Form("unexpected value at params[:", "]", "", UNKNOWN),
          new Form("missing required parameter params[:", "]", "", MISSING),
          new Form("expected params[:", "] to be ", "", TYPE),
          new Form("missing required field, ", "", "InvalidParameter", MISSING),
          new Form("minimum field size of ", "", "InvalidParameter", LENGTH));

  private static final int LONGEST_NAME = 120;

  private SdkValidation() {}

  static List<Sighting> read(Flat flat) {
    Map<Integer, Sighting> byLine = new LinkedHashMap<>();
    for (Form form : FORMS) {
      for (int at = flat.text.indexOf(form.before);
          at >= 0;
          at = flat.text.indexOf(form.before, at + 1)) {
        sighting(flat, form, at, byLine);
      }
    }
    return new ArrayList<>(byLine.values());
  }

  private static void sighting(Flat flat, Form form, int at, Map<Integer, Sighting> byLine) {
    int index = flat.indexAt(at);
    String name = name(flat, form, at + form.before.length());
    if (name.isEmpty() || byLine.containsKey(index)) {
      return;
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.strength = Sighting.Strength.LIKELY;
    s.code = form.code;
    s.end = flat.endOf(index);
    s.message = flat.text.substring(at, Math.min(s.end, at + 400)).strip();
    int input = name.indexOf("Input.");
    if (form.after.isEmpty() && input > 0) {
      s.operation = name.substring(0, input);
      name = name.substring(input + "Input.".length());
    }
    s.captures.put("report", form.report.formatted(name));
    byLine.put(index, s);
  }

  private static String name(Flat flat, Form form, int from) {
    int limit = Math.min(flat.endOf(flat.indexAt(from)), from + LONGEST_NAME);
    if (form.after.isEmpty()) {
      String words = flat.text.substring(from, limit);
      int dot = words.indexOf("Input.");
      int start = dot < 0 ? -1 : words.lastIndexOf(' ', dot) + 1;
      int end = dot;
      while (end >= 0 && end < words.length() && ClassNames.isPart(words.charAt(end))) {
        end++;
      }
      while (end > 0 && words.charAt(end - 1) == '.') {
        end--;
      }
      return start < 0 ? "" : words.substring(start, end);
    }
    int close = flat.text.indexOf(form.after, from);
    return close < 0 || close > limit ? "" : flat.text.substring(from, close);
  }
}
