package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The grant that Lake Formation misses, as its sentence has it: {@code Required Describe on
 * orders}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html">Lake
 *     Formation developer guide, permissions reference</a>
 */
final class LakeGrant {

  private static final String REQUIRED = "Required ";
  private static final List<String> PERMISSIONS =
      List.of("ALTER", "CREATE_TABLE", "DELETE", "DESCRIBE", "DROP", "INSERT", "SELECT");

  private LakeGrant() {}

  static Fix fix(Facts facts) {
    Optional<String> permission = permission(facts);
    String name = Mentioned.after(facts, REQUIRED + words(facts) + " on ").orElse("");
    boolean database =
        permission.filter("CREATE_TABLE"::equals).isPresent()
            || facts.call().operation().contains("Database");
    String resource =
        database
            ? "{\"Database\": {\"Name\": " + json(name, "<database>") + "}}"
            : "{\"Table\": {\"DatabaseName\": "
                + json(facts.parameter("DatabaseName").orElse(""), "<database>")
                + ", \"Name\": "
                + json(name, "<table>")
                + "}}";
    return Fix.askAdministrator(
        "grant the permission in Lake Formation",
        "aws lakeformation grant-permissions --principal DataLakePrincipalIdentifier=<caller ARN>"
            + " --permissions "
            + permission.orElse("<permission>")
            + " --resource "
            + Literal.shell(resource));
  }

  private static String json(String name, String placeholder) {
    return Literal.json(name.isEmpty() ? placeholder : name);
  }

  /** What stands between {@code Required} and {@code on}; empty where that is too long. */
  private static String words(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf(REQUIRED);
    int end = at < 0 ? -1 : message.indexOf(" on ", at);
    return end < 0 || end - at > 60 ? "" : message.substring(at + REQUIRED.length(), end);
  }

  private static Optional<String> permission(Facts facts) {
    String told = words(facts).strip().replace(' ', '_').toUpperCase(Locale.ROOT);
    return PERMISSIONS.stream().filter(told::equals).findFirst();
  }
}
