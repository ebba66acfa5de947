package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the resource's policy allows the caller beside what was refused. */
final class OtherGrants {

  private OtherGrants() {}

  /** The statement that names the caller, for other actions of the service alone. */
  static List<Citation> cite(Facts facts) {
    Access access = Access.of(facts);
    return access.isImplicit(PolicyDocument.Type.RESOURCE)
        ? statements(facts)
            .filter(s -> s.principals().stream().anyMatch(p -> names(p, access)))
            .filter(s -> !s.actions().isEmpty() && isForOthers(s, access))
            .limit(1)
            .map(s ->
                new Citation(
                    name(s)
                        + " names the caller, but for `"
                        + String.join("`, `", s.actions().stream().map(Element::value).toList())
                        + "` alone",
                    s.source()))
            .toList()
        : List.of();
  }

  private static Stream<Statement> statements(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    return facts.policies(PolicyDocument.Type.RESOURCE).stream()
        .filter(owner::isOf)
        .flatMap(d -> d.statements().stream())
        .filter(Statement::allow);
  }

  private static boolean names(Element principal, Access access) {
    return !principal.value().endsWith("*")
        && Principals.covers(principal.value(), access.principal());
  }

  private static boolean isForOthers(Statement s, Access access) {
    String prefix = access.prefix() + ":";
    return s.actions().stream().noneMatch(a -> access.isCoveredBy(a.value()))
        && s.actions().stream()
            .anyMatch(a -> a.value().regionMatches(true, 0, prefix, 0, prefix.length()));
  }

  private static String name(Statement s) {
    return s.sid().isEmpty() ? "the statement at " + s.source() : "Sid `" + s.sid() + "`";
  }

  /**
   * The call of an alias or version that the function's policy allows, where that of the function
   * itself was refused (Lambda developer guide, "Using Lambda aliases in event sources and
   * permissions policies"); then other fixes.
   */
  static List<Fix> before(Facts facts, List<Fix> others) {
    Access access = Access.of(facts);
    List<Fix> fixes = new ArrayList<>();
    if (access.action().equalsIgnoreCase("lambda:InvokeFunction")) {
      String prefix = access.resource() + ":";
      statements(facts)
          .filter(s -> s.actions().stream().anyMatch(a -> access.isCoveredBy(a.value())))
          .filter(s ->
              s.principals().stream()
                  .anyMatch(p -> Principals.covers(p.value(), access.principal())))
          .flatMap(s -> s.resources().stream())
          .map(Element::value)
          .filter(r -> r.startsWith(prefix) && r.matches("[A-Za-z0-9:/_-]+"))
          .limit(1)
          .map(r ->
              Fix.codeEdit(
                  "call the alias or version that the function's policy is about",
                  "Qualifier=" + Literal.python(r.substring(prefix.length()))))
          .forEach(fixes::add);
    }
    fixes.addAll(others);
    return List.copyOf(fixes);
  }
}
