package awsleuth.app.test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Requests and the policies that decide them. A request is the options of {@code awsleuth simulate}
 * that make it.
 *
 * @param documents the policies, before the fix or after it
 * @param request what is denied before and allowed after
 * @param denied what is denied before and after, by what to call it
 * @param allowed what is allowed before and after
 * @param settings options that all decisions have
 * @param remark what is to be known of it; empty where nothing is
 */
record Decided(
    List<Document> documents,
    List<String> request,
    Map<String, List<String>> denied,
    Map<String, List<String>> allowed,
    List<String> settings,
    String remark) {

  /**
   * A policy.
   *
   * @param option the option that takes it, such as {@code --policy}; behind an equals sign the
   *     level of the organization, where one is told
   */
  record Document(String option, String name, String text) {}

  /** The policies as a list in Python. */
  String python() {
    return documents.stream()
        .map(d ->
            "    (\n        "
                + PythonForm.literal(d.option())
                + ",\n        "
                + PythonForm.literal(d.name())
                + ",\n        "
                + PythonForm.lines(d.text()).strip()
                + ",\n    ),\n")
        .collect(Collectors.joining("", "[\n", "]"));
  }

  /** Options as a list in Python, an option with its value in a line. */
  static String list(List<String> options) {
    return list(options, "");
  }

  private static String list(List<String> options, String indent) {
    StringBuilder out = new StringBuilder("[");
    for (String option : options) {
      out.append(option.startsWith("--") ? "\n    " + indent : " ");
      out.append(PythonForm.literal(option)).append(',');
    }
    return out.append(options.isEmpty() ? "]" : "\n" + indent + "]").toString();
  }

  /** Requests by their names as a dict in Python. */
  static String dict(Map<String, List<String>> requests) {
    return requests.entrySet().stream()
        .map(e ->
            "    " + PythonForm.literal(e.getKey()) + ": " + list(e.getValue(), "    ") + ",\n")
        .collect(Collectors.joining("", requests.isEmpty() ? "{" : "{\n", "}"));
  }
}
