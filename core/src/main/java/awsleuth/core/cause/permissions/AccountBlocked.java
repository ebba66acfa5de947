package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The account is suspended, or its verification is pending. */
final class AccountBlocked implements Cause {

  @Override
  public String id() {
    return "permissions/account-blocked";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean code =
        facts.code(
            "PendingVerification",
            "Blocked",
            "AccountProblem",
            "AccountSuspended",
            "AccountSuspendedException",
            "AccountSendingPausedException",
            "AccountLockedException");
    if (!code && !facts.seen(PermissionsClue.ACCOUNT)) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "AWS has suspended the account or not yet verified it",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.askAdministrator(
                    "ask the account's owner to answer AWS",
                    "Please read the mail of the root user and AWS Health, pay open invoices, or"
                        + " open an account case at https://console.aws.amazon.com/support.")),
            Again.of(facts, "the call succeeds")));
  }
}
