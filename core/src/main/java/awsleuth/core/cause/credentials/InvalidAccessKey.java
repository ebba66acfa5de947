package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The key id does not exist there. */
final class InvalidAccessKey implements Cause {

  @Override
  public String id() {
    return "credentials/invalid-access-key";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isInvalidCode(facts)
        && KeySource.tokenless(facts).isEmpty()
        && !OptIn.in(facts)
        && !Identity.isClock(facts)
        && !Identity.isExpiredCode(facts))) {
      return Outcome.NOT_SEEN;
    }
    if (Identity.isUnspecific(facts)) {
      return Outcome.possible(
          finding(facts, "AWS could not validate the access key that was used"),
          "whether the same keys work elsewhere, and the clock is right",
          Identity.WHO + "; date -u");
    }
    return Outcome.confirmed(finding(facts, "AWS does not know the access key id that was used"));
  }

  private static Finding finding(Facts facts, String summary) {
    return new Finding(
        summary,
        Finding.Specificity.CODE,
        KeySource.because(facts),
        List.of(
            Fix.command("see which key is used and from where", "aws configure list"),
            Fix.command(
                "see whether it is there and active",
                "aws iam list-access-keys --user-name <user>")),
        Identity.who(facts, "it prints the identity"));
  }
}
