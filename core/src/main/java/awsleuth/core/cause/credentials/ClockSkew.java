package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The machine's clock is off. */
final class ClockSkew implements Cause {

  private static final String CHECK = "date -u; curl -sI https://sts.amazonaws.com | grep -i ^date";

  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");
  private static final long MOST_SECONDS = 300;

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
    Optional<ProbeResult> probed = facts.found("clock").filter(p -> concerns(facts, p));
    if (!(Identity.isClock(facts)) && probed.isEmpty()) {
      boolean open = Identity.isUnspecific(facts) || Identity.isLate(facts);
      return open && !Identity.isExpiredCode(facts) && !isRight(facts)
          ? Outcome.possible(
              finding(
                  facts,
                  "the clock of the machine may be off",
                  Finding.Specificity.KIND,
                  List.of(facts.citeError())),
              "both clocks",
              CHECK)
          : Outcome.NOT_SEEN;
    }
    boolean sure = Identity.isClock(facts) || isSure(facts);
    Finding finding =
        finding(
            facts,
            sure ? "the clock of the machine is off" : "the clock of the machine may be off",
            Finding.Specificity.MESSAGE,
            because(facts, probed));
    return sure
        ? Outcome.confirmed(finding)
        : Outcome.possible(finding, "which of the two clocks is wrong, that of AWS beside", CHECK);
  }

  /** Whether AWS's own clock was asked, or two of others agree. */
  private static boolean isSure(Facts facts) {
    List<ProbeResult> clocks =
        facts.given(ProbeResult.class).stream()
            .filter(p -> p.step().equals("clock") && p.isFinding())
            .toList();
    return clocks.stream().anyMatch(c -> facts.catalog().host(host(c)).isPresent())
        || clocks.stream()
            .anyMatch(c -> clocks.stream().anyMatch(o -> isIndependent(c, o) && agree(c, o)));
  }

  private static boolean isIndependent(ProbeResult one, ProbeResult two) {
    return !host(one).isEmpty() && !host(two).isEmpty() && !host(one).equals(host(two));
  }

  private static boolean agree(ProbeResult one, ProbeResult two) {
    OptionalLong first = ahead(one);
    OptionalLong second = ahead(two);
    return first.isPresent()
        && second.isPresent()
        && Math.abs(first.getAsLong() - second.getAsLong()) <= MOST_SECONDS;
  }

  private static OptionalLong ahead(ProbeResult clock) {
    String seconds = clock.facts().getOrDefault("ahead_seconds", "");
    return SECONDS.matcher(seconds).matches()
        ? OptionalLong.of(Long.parseLong(seconds))
        : OptionalLong.empty();
  }

  private static String host(ProbeResult clock) {
    return Hosts.of(clock.call().endpoint());
  }

  private static Finding finding(
      Facts facts, String summary, Finding.Specificity specificity, List<Citation> because) {
    return new Finding(
        summary,
        specificity,
        because,
        fixes(facts),
        new Verification.Probe(CHECK, "both times are less than five minutes apart"));
  }

  /** Whether a probe found nothing wrong with the clock. */
  private static boolean isRight(Facts facts) {
    return facts.given(ProbeResult.class).stream()
        .anyMatch(p -> p.step().equals("clock") && !p.isFinding());
  }

  /** Whether a probe of the clock tells why this call failed: its own, or one by its signature. */
  private static boolean concerns(Facts facts, ProbeResult clock) {
    return facts.call().source().equals(clock.source())
        || facts.code("SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure");
  }

  private static List<Citation> because(Facts facts, Optional<ProbeResult> probed) {
    List<Citation> because = new ArrayList<>();
    facts.citation(CredentialsClue.CLOCK).ifPresent(because::add);
    probed.ifPresent(p -> because.add(Facts.cite(p.words(), p.source())));
    return because.isEmpty() ? List.of(facts.citeError()) : because;
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
