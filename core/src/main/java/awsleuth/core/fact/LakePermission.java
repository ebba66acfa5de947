package awsleuth.core.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The permission that Lake Formation misses, as its sentence has it: {@code Insufficient Lake
 * Formation permission(s): Required Create Table on orders}.
 *
 * @param name as the API writes it, {@code CREATE_TABLE}; empty where none of its permissions is
 *     told
 * @param resource the name of the database or table; empty where it is not told
 * @see <a
 *     href="https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html">Lake
 *     Formation developer guide, permissions reference</a>
 */
public record LakePermission(Optional<String> name, Optional<String> resource) {

  private static final String REQUIRED = "Required ";
  private static final String ON = " on ";
  private static final int LONGEST = 60;

  private static final List<String> PERMISSIONS =
      List.of("ALTER", "CREATE_TABLE", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT");

  /** What the message tells of it. */
  public static LakePermission in(Facts facts) {
    String words = words(facts.call().message());
    String told = words.strip().replace(' ', '_').toUpperCase(Locale.ROOT);
    return new LakePermission(
        PERMISSIONS.stream().filter(told::equals).findFirst(),
        Mentioned.after(facts, REQUIRED + words + ON));
  }

  /** What stands between {@code Required} and {@code on}; empty where that is too long. */
  private static String words(String message) {
    int at = message.indexOf(REQUIRED);
    int end = at < 0 ? -1 : message.indexOf(ON, at);
    return end < 0 || end - at > LONGEST ? "" : message.substring(at + REQUIRED.length(), end);
  }
}
