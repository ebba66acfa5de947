package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.ScriptedAws;
import awsleuth.testkit.ScriptedAws.Reply;
import java.util.List;
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

  @Test
  void aSignatureIsNotTakenForItsTimeOrForItsKey() {
    for (String code :
        List.of("SignatureDoesNotMatch", "InvalidSignatureException", "InvalidSignature")) {
      for (String message :
          List.of(
              "Signature expired: 20261128T190000Z is now earlier than 20261128T193000Z",
              "Signature not yet current: 20261128T230000Z is still later than 20261128T1945Z")) {
        refuse(code, message);
        assertThat(Account.lines(account.ask(Account.denied())))
            .anyMatch(l -> l.endsWith("or the clock is off (" + code + ")"));
      }
      refuse(code, "The request signature we calculated does not match the signature you provided");
      assertThat(Account.lines(account.ask(Account.denied())))
          .anyMatch(l -> l.endsWith("AWS does not take the credentials that ask (" + code + ")"));
    }
  }

  private void refuse(String code) {
    refuse(code, "");
  }

  private void refuse(String code, String message) {
    String body =
        "<ErrorResponse><Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error></ErrorResponse>";
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
