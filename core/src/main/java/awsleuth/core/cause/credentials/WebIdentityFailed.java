package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Optional;

/** AssumeRoleWithWebIdentity failed. */
final class WebIdentityFailed implements Cause {

  @Override
  public String id() {
    return "credentials/web-identity-failed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.call().operation().equals("AssumeRoleWithWebIdentity")
            && !facts.code("AccessDenied", "AccessDeniedException")
            && !facts.seen(CredentialsClue.REFUSED))
        || facts.code(
            "InvalidIdentityToken",
            "InvalidIdentityTokenException",
            "IDPRejectedClaim",
            "IDPCommunicationError",
            "ExpiredTokenException.Web")
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.TOKEN_FILE))
        || ((facts.exception("FileNotFoundError", "PermissionError", "IsADirectoryError")
                || facts.exception("InvalidConfigError"))
            && (facts.seen(CredentialsClue.WEB_IDENTITY) || facts.seen(CredentialsClue.TOKEN_READ))
            && !facts.seen(CredentialsClue.POD_TOKEN)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the web identity token was not accepted or could not be read",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            isUnreadable(facts) ? file(facts) : token(facts),
            Identity.who(facts, "it prints the role")));
  }

  private static boolean isUnreadable(Facts facts) {
    return facts.exception("FileNotFoundError", "PermissionError", "IsADirectoryError");
  }

  /** The file that is to hold the token, which EKS mounts when the pod starts. */
  private static List<Fix> file(Facts facts) {
    String path = Mentioned.after(facts, "directory: '").orElse("");
    return List.of(
        Fix.command(
            "see whether the file is there and this user may read it",
            "ls -l "
                + (path.startsWith("/")
                    ? Literal.shell(path)
                    : "\"$AWS_WEB_IDENTITY_TOKEN_FILE\"")),
        Fix.command(
            "see the pod's service account: EKS puts the token in when a pod of one with a role"
                + " starts",
            "kubectl get serviceaccounts -o"
                + " custom-columns='NAME:.metadata.name,ROLE:.metadata.annotations.eks\\.amazonaws\\.com/role-arn'"));
  }

  /** An issuer that is not known to the account has no token that is to be looked at. */
  private static List<Fix> token(Facts facts) {
    return facts.seen(CredentialsClue.NO_PROVIDER)
        ? List.of(provider(facts))
        : List.of(
            Fix.command(
                "look at the token's audience and issuer",
                "cut -d. -f2 \"$AWS_WEB_IDENTITY_TOKEN_FILE\" | base64 -d 2>/dev/null"),
            provider(facts));
  }

  /** Each issuer is made known once in each account (IAM user guide, "OIDC federation"). */
  private static Fix provider(Facts facts) {
    Optional<String> issuer =
        facts.seen(CredentialsClue.NO_PROVIDER) ? Mentioned.url(facts) : Optional.empty();
    return issuer.isPresent()
        ? Fix.askAdministrator(
            "make the issuer known to the account",
            "aws iam create-open-id-connect-provider --client-id-list sts.amazonaws.com --url "
                + Literal.shell(issuer.get()))
        : Fix.askAdministrator(
            "add the identity provider and its audience", "aws iam list-open-id-connect-providers");
  }
}
