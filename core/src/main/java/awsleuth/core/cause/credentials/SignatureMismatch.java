package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.SigningClue;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The secret is wrong or something rewrote the signed request. */
final class SignatureMismatch implements Cause {

  @Override
  public String id() {
    return "credentials/signature-mismatch";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.code(
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "InvalidSignature",
            "SignatureNotMatch")
        && !Identity.isClock(facts)
        && !facts.seen(SigningClue.ELSEWHERE)
        && Shapes.in(facts).isEmpty())) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the signature does not match: wrong secret, or the request was rewritten",
            Finding.Specificity.CODE,
            KeySource.because(facts),
            List.of(
                Fix.command(
                    "see which key pair is used, and set its secret anew", "aws configure list"),
                Fix.command(
                    "try without what stands between", "env | grep -i -E 'proxy|AWS_ENDPOINT'")),
            Identity.who(facts, "it prints the identity")));
  }
}
