package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.LakePermission;
import awsleuth.core.fact.Literal;

/** The grant of the permission that Lake Formation misses. */
final class LakeGrant {

  private LakeGrant() {}

  static Fix fix(Facts facts) {
    LakePermission missing = LakePermission.in(facts);
    String name = missing.resource().orElse("");
    boolean database =
        missing.name().filter("CREATE_TABLE"::equals).isPresent()
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
            + missing.name().orElse("<permission>")
            + " --resource "
            + Literal.shell(resource));
  }

  private static String json(String name, String placeholder) {
    return Literal.json(name.isEmpty() ? placeholder : name);
  }
}
