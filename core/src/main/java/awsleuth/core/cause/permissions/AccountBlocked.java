package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The account is suspended, or its verification is pending, or what it sends is paused. */
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
    if (facts.seen(PermissionsClue.SENDING)
        || facts.code("AccountSendingPausedException", "SendingPausedException")) {
      return paused(facts);
    }
    boolean code =
        facts.code(
            "PendingVerification",
            "Blocked",
            "AccountProblem",
            "AccountSuspended",
            "AccountSuspendedException",
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
                answer(
                    "Please read the mail of the root user and AWS Health, pay open invoices, or"
                        + " open an account case at https://console.aws.amazon.com/support.")),
            Again.of(facts, "the call succeeds")));
  }

  /**
   * SES answers alike whoever paused it (SES API v2 reference, GetAccount and
   * PutAccountSendingAttributes).
   */
  private static Outcome paused(Facts facts) {
    String region = facts.call().region();
    String there = facts.catalog().region(region).isPresent() ? " --region " + region : "";
    return Outcome.confirmed(
        new Finding(
            "sending is paused for the account, by its owner or by AWS",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.command(
                    "see who paused it: SHUTDOWN is AWS's, HEALTHY with false its owner's",
                    "aws sesv2 get-account --query \"[SendingEnabled,EnforcementStatus]\"" + there),
                new Fix.Command(
                    "where its owner paused it, let it send again",
                    "aws sesv2 put-account-sending-attributes --sending-enabled" + there,
                    Fix.Applicability.REVIEW),
                answer(
                    "Where EnforcementStatus is SHUTDOWN, AWS paused it: please answer the case in"
                        + " the console of SES.")),
            Again.of(facts, "the call succeeds")));
  }

  private static Fix answer(String words) {
    return Fix.askAdministrator("ask the account's owner to answer AWS", words);
  }
}
