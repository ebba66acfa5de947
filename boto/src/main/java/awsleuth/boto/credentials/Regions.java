package awsleuth.boto.credentials;

/**
 * Names of Regions as botocore tests them: a host label, and it may end in a line feed.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">{@code
 *     validate_region_name}</a>
 */
final class Regions {

  private Regions() {}

  static void validate(String name) throws Raise {
    if (!valid(name)) {
      throw Raise.botocore(
          "InvalidRegionError",
          "Provided region_name '" + name + "' doesn't match a supported format.");
    }
  }

  static boolean valid(String name) {
    String label = name.endsWith("\n") ? name.substring(0, name.length() - 1) : name;
    boolean digits = !label.isEmpty() && label.chars().allMatch(Regions::digit);
    return label.length() <= 63
        && !digits
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> digit(c) || letter(c) || c == '-');
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
