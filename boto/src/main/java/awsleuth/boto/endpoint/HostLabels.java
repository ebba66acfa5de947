package awsleuth.boto.endpoint;

import java.util.List;

/** What botocore takes for a label of a host, and for an address. */
final class HostLabels {

  private HostLabels() {}

  /** Whether it is one label: 1 to 63 letters, digits or dashes, no dash at the ends. */
  static boolean isLabel(String value) {
    String label = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    int length = Python.length(label);
    return length >= 1
        && length <= 63
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.codePoints().allMatch(HostLabels::isOfLabel);
  }

  private static boolean isOfLabel(int c) {
    return c == '-'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /** Whether it is labels with dots between them. */
  static boolean areLabels(String value) {
    return List.of(value.split("\\.", -1)).stream().allMatch(HostLabels::isLabel);
  }

  /** Whether it is four numbers of up to three digits with dots between them. */
  static boolean isIpv4(String value) {
    String address = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    List<String> parts = List.of(address.split("\\.", -1));
    return parts.size() == 4
        && parts.stream()
            .allMatch(part ->
                !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  /**
   * Whether botocore takes it for the name of a Region: up to 63 ASCII letters, digits and dashes,
   * no dash at the ends and not digits alone; the empty one too.
   */
  static boolean isRegion(String value) {
    String label = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
    boolean digits = !label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9');
    return label.length() <= 63
        && !digits
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> c < 128 && isOfLabel(c));
  }
}
