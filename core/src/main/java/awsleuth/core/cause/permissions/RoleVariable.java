package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Literal;
import java.util.Locale;
import java.util.Optional;

/**
 * A Resource with {@code ${aws:username}} in a policy of a role. The key is of IAM users alone: in
 * a role's session it has no value and the element matches nothing (IAM user guide, "IAM policy
 * elements: Variables and tags").
 *
 * @param element the Resource
 */
record RoleVariable(Element element) {

  private static final String USERNAME = "${aws:username}";

  /** Empty where the caller is no role's session, or the element has no such variable. */
  static Optional<RoleVariable> of(Access access, Element element) {
    boolean named = element.value().toLowerCase(Locale.ROOT).contains(USERNAME);
    return named && access.owner().startsWith("role/")
        ? Optional.of(new RoleVariable(element))
        : Optional.empty();
  }

  Citation cite() {
    return new Citation(
        "`aws:username` is of IAM users alone: a role's session has none", element.source());
  }

  /** The same with a key that a role's session can have. */
  Fix fix() {
    int at = element.value().toLowerCase(Locale.ROOT).indexOf(USERNAME);
    String tagged =
        element.value().substring(0, at)
            + "${aws:PrincipalTag/<tag>}"
            + element.value().substring(at + USERNAME.length());
    return Fix.policyEdit(
        "use a tag of the session, which whoever assumes the role passes, in place of"
            + " `aws:username`",
        "\"Resource\": " + Literal.json(tagged));
  }
}
