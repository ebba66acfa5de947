package awsleuth.trail.make;

import java.util.ArrayList;
import java.util.List;

/** Policy documents, written over several lines as the console writes them. */
final class Documents {

  private Documents() {}

  /** A document of statements. */
  static String of(String... statements) {
    return "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n"
        + String.join(",\n", statements)
        + "\n  ]\n}";
  }

  /** A statement of an identity-based policy. */
  static String allow(String sid, List<String> actions, List<String> resources) {
    return statement(sid, "Allow", "", actions, resources, "");
  }

  /**
   * Any statement.
   *
   * @param principal what stands behind {@code "Principal":}; empty for none
   * @param resources none for a trust policy
   * @param condition what stands behind {@code "Condition":}; empty for none
   */
  static String statement(
      String sid,
      String effect,
      String principal,
      List<String> actions,
      List<String> resources,
      String condition) {
    List<String> lines = new ArrayList<>();
    lines.add("\"Sid\": \"" + sid + "\"");
    lines.add("\"Effect\": \"" + effect + "\"");
    if (!principal.isEmpty()) {
      lines.add("\"Principal\": " + principal);
    }
    lines.add("\"Action\": " + texts(actions));
    if (!resources.isEmpty()) {
      lines.add("\"Resource\": " + texts(resources));
    }
    if (!condition.isEmpty()) {
      lines.add("\"Condition\": " + condition);
    }
    return "    {\n      " + String.join(",\n      ", lines) + "\n    }";
  }

  /** {@code "Principal"} of some ARNs. */
  static String aws(String... arns) {
    return "{ \"AWS\": " + texts(List.of(arns)) + " }";
  }

  private static String texts(List<String> values) {
    StringBuilder out = new StringBuilder();
    for (String value : values) {
      out.append(out.isEmpty() ? "" : ", ");
      Json.quote(out, value);
    }
    return values.size() == 1 ? out.toString() : "[" + out + "]";
  }

  /** One condition. */
  static String when(String operator, String key, String value) {
    return "{ \"" + operator + "\": { \"" + key + "\": \"" + value + "\" } }";
  }
}
