package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.request.Principal;
import java.util.Optional;

/**
 * The statement of a trust policy for callers with a token of an identity provider (IAM user guide,
 * "Creating a role for web identity or OpenID Connect federation").
 */
final class FederatedTrust {

  private static final String GITHUB = "token.actions.githubusercontent.com";

  private FederatedTrust() {}

  static boolean is(Access access) {
    String action = access.action();
    return action.equalsIgnoreCase("sts:AssumeRoleWithWebIdentity")
        || action.equalsIgnoreCase("sts:AssumeRoleWithSAML");
  }

  /** Whether a Principal element names the provider of the token that the event tells of. */
  static boolean covers(Facts facts, String element) {
    String provider = facts.event().map(FederatedTrust::told).orElse("");
    return !provider.isEmpty() && element.equals("Federated:" + provider);
  }

  /** Who brings the token that the event tells of: the provider, as there is no session yet. */
  static Optional<Principal> provider(Facts facts, Access access) {
    return is(access)
        ? facts.event().map(FederatedTrust::told).flatMap(Principal::parse)
        : Optional.empty();
  }

  /** Whether the evidence does not tell the provider of the caller's token. */
  static boolean isOpen(Facts facts, Access access) {
    return is(access) && facts.event().filter(e -> !told(e).isEmpty()).isEmpty();
  }

  /**
   * The provider's ARN. A SAML token's is a parameter of the call, and the event's identity has a
   * hash in its place (STS API reference, "AssumeRoleWithSAML", PrincipalArn).
   */
  private static String told(TrailEvent event) {
    String given = event.field("requestParameters.principalArn");
    return given.contains(":saml-provider/") ? given : event.field("userIdentity.identityProvider");
  }

  /** Whether it is known that no statement of the role's trust policy names the provider. */
  static boolean isOther(Facts facts, Access access) {
    return is(access)
        && provider(facts, access).isPresent()
        && TrustDecider.naming(facts, access).isEmpty()
        && TrustDecider.trusts(facts).stream()
            .flatMap(p -> p.statements().stream())
            .flatMap(s -> s.principals().stream())
            .anyMatch(e -> e.value().startsWith("Federated:"));
  }

  static String statement(Facts facts, Access access) {
    if (access.action().equalsIgnoreCase("sts:AssumeRoleWithSAML")) {
      return statement(
          access,
          "saml-provider/<provider>",
          "{\"StringEquals\": {\"SAML:aud\": \"https://signin.aws.amazon.com/saml\"}}");
    }
    Optional<String> told = facts.event().flatMap(e -> ofEvent(e, access));
    if (told.isPresent()) {
      return told.get();
    }
    if (facts.seen(PermissionsClue.GITHUB)) {
      return statement(
          access,
          "oidc-provider/" + GITHUB,
          """
          {
              "StringEquals": {"%1$s:aud": "sts.amazonaws.com"},
              "StringLike": {"%1$s:sub": "repo:<owner>/<repository>:*"}
            }\
          """
              .formatted(GITHUB));
    }
    return statement(
        access,
        "oidc-provider/<provider>",
        """
        {
            "StringEquals": {"<provider>:aud": "<audience>", "<provider>:sub": "<subject>"}
          }\
        """);
  }

  private static String statement(Access access, String provider, String condition) {
    String account = Principals.account(access.resource());
    String owner = account.isEmpty() ? "<account id>" : account;
    return """
    {
      "Effect": "Allow",
      "Principal": {"Federated": %s},
      "Action": %s,
      "Condition": %s
    }\
    """
        .formatted(
            Literal.json("arn:aws:iam::" + owner + ":" + provider),
            Literal.json(access.action()),
            condition);
  }

  /**
   * By what CloudTrail tells of the token: {@code PROVIDER:AUDIENCE:SUBJECT} as principalId
   * (CloudTrail user guide, "userIdentity element", web identity).
   */
  private static Optional<String> ofEvent(TrailEvent event, Access access) {
    String provider = event.field("userIdentity.identityProvider");
    String id = event.field("userIdentity.principalId");
    String subject = event.field("userIdentity.userName");
    int path = provider.indexOf(":oidc-provider/");
    boolean whole =
        path > 0
            && !subject.isEmpty()
            && id.startsWith(provider + ":")
            && id.endsWith(":" + subject)
            && id.length() > provider.length() + subject.length() + 2;
    if (!whole) {
      return Optional.empty();
    }
    String audience = id.substring(provider.length() + 1, id.length() - subject.length() - 1);
    String host = provider.substring(path + ":oidc-provider/".length());
    String condition =
        "{\"StringEquals\": {"
            + Literal.json(host + ":aud")
            + ": "
            + Literal.json(audience)
            + ", "
            + Literal.json(host + ":sub")
            + ": "
            + Literal.json(subject)
            + "}}";
    return Optional.of(statement(access, "oidc-provider/" + host, condition));
  }
}
