package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Statements that name a principal by its unique id. AWS shows the id in the place of the ARN where
 * the role or user was deleted; one that was made anew under the same name has another id (IAM user
 * guide, "AWS JSON policy elements: Principal").
 */
final class DeletedPrincipals {

  private static final int ID = 16;

  private DeletedPrincipals() {}

  /** Those of an Allow of the action, in the policy of the resource or role that was given. */
  static List<Citation> cite(Facts facts) {
    Access access = Access.of(facts);
    PolicyOwner owner = PolicyOwner.of(facts);
    List<Citation> found = new ArrayList<>();
    Stream.concat(
            facts.policies(PolicyDocument.Type.RESOURCE).stream(),
            facts.policies(PolicyDocument.Type.TRUST).stream())
        .filter(owner::isOf)
        .forEach(d ->
            d.statements().stream()
                .filter(s -> s.allow() && speaks(s, access))
                .forEach(s ->
                    s.principals().stream()
                        .filter(DeletedPrincipals::isId)
                        .limit(1)
                        .forEach(p -> found.add(cite(d, s, p)))));
    return List.copyOf(found);
  }

  private static boolean speaks(Statement s, Access access) {
    return s.actions().stream().map(Element::value).anyMatch(access::isCoveredBy);
  }

  /** {@code AWS:AROA…} or {@code AWS:AIDA…}. */
  private static boolean isId(Element principal) {
    String value = principal.value();
    return (value.startsWith("AWS:AROA") || value.startsWith("AWS:AIDA"))
        && value.length() >= "AWS:".length() + ID
        && value.chars().skip("AWS:".length()).allMatch(Character::isLetterOrDigit);
  }

  private static Citation cite(PolicyDocument d, Statement s, Element principal) {
    String name = s.sid().isEmpty() ? "a statement of `" + d.name() + "`" : "Sid `" + s.sid() + "`";
    return new Citation(
        name
            + " names `"
            + principal.value().substring("AWS:".length())
            + "`, the id of one that was deleted; a new one of the same name has another id",
        principal.source());
  }
}
