package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The machine's clock is off. */
final class ClockSkew implements Cause {

  @Override
  public String id() {
    return "credentials/clock-skew";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isClock(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the clock of the machine is off",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(CredentialsClue.CLOCK).orElseGet(facts::citeError)),
            fixes(facts),
            new Verification.Probe(
                "date -u; curl -sI https://sts.amazonaws.com | grep -i ^date",
                "both times are less than five minutes apart")));
  }

  private static List<Fix> fixes(Facts facts) {
    if (facts.frames().stream().anyMatch(frame -> frame.file().startsWith(":\\", 1))) {
      return List.of(Fix.command("set the clock by the network", "w32tm /resync"));
    }
    return List.of(
        Fix.command("set the clock by the network", "sudo timedatectl set-ntp true"),
        Fix.command("in WSL and virtual machines after sleep", "sudo hwclock -s"));
  }
}
