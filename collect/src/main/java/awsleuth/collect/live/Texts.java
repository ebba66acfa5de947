package awsleuth.collect.live;

import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import awsleuth.collect.call.Document;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What was answered, as texts of files that awsleuth and people read. */
final class Texts {

  private Texts() {}

  /** A document as JSON in lines. */
  static String pretty(Document document) {
    return JsonText.pretty(document.value()) + "\n";
  }

  /** A value as JSON in lines. */
  static String pretty(Map<String, ?> members) {
    SequencedMap<PyValue, PyValue> all = new LinkedHashMap<>();
    members.forEach((name, value) ->
        all.put(
            new PyValue.Str(name),
            value instanceof PyValue py ? py : new PyValue.Str(String.valueOf(value))));
    return JsonText.pretty(new PyValue.Dict(all)) + "\n";
  }

  /**
   * A policy in what IAM's commands print around it.
   *
   * @param about whose policy it is
   * @param member the name under which it stands
   * @param text JSON, perhaps URL-encoded as IAM gives it
   */
  static String policy(Map<String, ?> about, String member, String text) {
    Map<String, Object> members = new LinkedHashMap<>(new TreeMap<String, Object>(about));
    members.put(member, value(decoded(text)));
    return pretty(members);
  }

  /** What is URL-encoded JSON, decoded; else the text itself. */
  private static String decoded(String text) {
    if (text.indexOf('{') >= 0 || !text.toUpperCase(Locale.ROOT).contains("%7B")) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** JSON as a value; what is none as a text. */
  static PyValue value(String json) {
    return TypedJson.read(json) instanceof TypedJson.Value(PyValue value)
        ? value
        : new PyValue.Str(json);
  }

  /** A name of which file names can be made. */
  static String plain(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.length() > 100 ? plain.substring(0, 100) : plain;
  }
}
