package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is told where AWS does not take the time of a request. */
class UntimelyTest {

  @AutoClose private final Account account = new Account();

  @Test
  void aClockThatIsOffIsNoMissingPermission() {
    refuse("RequestTimeTooSkewed");
    assertThat(Account.lines(account.ask(Account.denied())))
        .contains(
            "the policies of "
                + Account.ROLE
                + ": AWS does not take the request's time: it was long on its way, or the clock is"
                + " off (RequestTimeTooSkewed)")
        .noneMatch(l -> l.contains("iam:GetRole is not allowed"));
  }

  @Test
  void aRequestThatHasExpiredMayBeOfAClockThatIsOffAndMoreIsAsked() {
    refuse("RequestExpired");
    assertThat(Account.lines(account.ask(Account.denied())))
        .contains(
            "the policies of "
                + Account.ROLE
                + ": AWS does not take the request's time: the credentials that ask have expired,"
                + " or the clock is off (RequestExpired)");
    assertThat(account.aws().asked("LookupEvents")).isNotEmpty();
  }

  private void refuse(String code) {
    String body = "<ErrorResponse><Error><Code>" + code + "</Code></Error></ErrorResponse>";
    account
        .aws()
        .on(
            "GetCallerIdentity",
            ScriptedAws.result(
                "GetCallerIdentity",
                "<Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account>"))
        .on("GetRole", _ -> new Reply(403, body));
  }
}
