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
import java.util.Comparator;
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
        || agree(clocks);
  }

  /** By what the server at a host says the clock is ahead. */
  private record Ahead(String host, long seconds) {}

  /** Whether two hosts say nearly the same: two of them are neighbours then, in their order. */
  static boolean agree(List<ProbeResult> clocks) {
    List<Ahead> sorted =
        clocks.stream()
            .filter(c -> !host(c).isEmpty() && ahead(c).isPresent())
            .map(c -> new Ahead(host(c), ahead(c).getAsLong()))
            .sorted(Comparator.comparingLong(Ahead::seconds))
            .toList();
    for (int i = 1; i < sorted.size(); i++) {
      Ahead one = sorted.get(i - 1);
      Ahead next = sorted.get(i);
      if (!one.host.equals(next.host) && next.seconds - one.seconds <= MOST_SECONDS) {
        return true;
      }
    }
    return false;
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
