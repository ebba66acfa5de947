package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.SignedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A key id, secret or token holds characters that do not belong there. */
final class MalformedKey implements Cause {

  @Override
  public String id() {
    return "credentials/malformed-key";
  }

  @Override
  public Stage stage() {
    return Stage.SIGNING;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.seen(CredentialsClue.HEADER)
            || facts.code("IncompleteSignature", "IncompleteSignatureException", "InvalidHeader")
            || (!Shapes.in(facts).isEmpty()
                && (facts.code("SignatureDoesNotMatch", "InvalidSignatureException")
                    || Identity.isInvalidCode(facts))))
        || SignedRegion.broken(facts).isPresent()) {
      return Outcome.NOT_SEEN;
    }
    Shapes shapes = Shapes.in(facts);
    List<Citation> because = new ArrayList<>();
    because.add(facts.citation(CredentialsClue.HEADER).orElseGet(facts::citeError));
    because.addAll(shapes.because());
    List<Fix> fixes = new ArrayList<>(shapes.fixes());
    if (fixes.isEmpty()) {
      String name = isToken(facts) ? "AWS_SESSION_TOKEN" : "AWS_ACCESS_KEY_ID";
      fixes.add(
          Fix.command(
              "see the value's ends without showing it",
              "printf %s \"$" + name + "\" | od -c | sed -n '1p;$p'"));
      fixes.add(
          Fix.command(
              "set it anew without quotes, spaces and line breaks",
              "aws configure set "
                  + name.toLowerCase(Locale.ROOT)
                  + (isToken(facts) ? " <session-token>" : " <key-id>")));
    }
    return Outcome.confirmed(
        new Finding(
            "a key or token holds a space, line break or quote",
            Finding.Specificity.MESSAGE,
            because,
            fixes,
            Identity.who(facts, "it prints the identity")));
  }

  /** Whether Python refused the header that has the session token, not the signature's. */
  private static boolean isToken(Facts facts) {
    String message = facts.call().message();
    return facts.variable("AWS_SESSION_TOKEN").isPresent()
        && message.contains("Invalid header value b")
        && !message.contains("AWS4-HMAC-SHA256");
  }
}
