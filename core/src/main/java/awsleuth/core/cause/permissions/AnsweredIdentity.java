package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * Whom {@code GetCallerIdentity} named. That is the caller of the failed call only where the same
 * credentials made both.
 *
 * @param arn the one who asked
 * @param source where it is told
 */
record AnsweredIdentity(String arn, Source source) {

  /** Empty where none was answered, or several different ones were. */
  static Optional<AnsweredIdentity> of(Facts facts) {
    List<AnsweredIdentity> all =
        facts.given(ProbeResult.class).stream()
            .filter(p -> p.step().equals(ProbeResult.IDENTITY))
            .filter(p -> p.verdict() == ProbeResult.Verdict.OK)
            .map(p -> new AnsweredIdentity(p.facts().getOrDefault(ProbeResult.ARN, ""), p.source()))
            .filter(i -> !i.arn.isEmpty())
            .toList();
    return all.stream().map(AnsweredIdentity::arn).distinct().count() == 1
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  /** The caller of a call that was made in the same examination; empty elsewhere. */
  static String caller(Facts facts) {
    return of(facts)
        .filter(i -> i.source.artifact().equals(facts.call().source().artifact()))
        .map(AnsweredIdentity::arn)
        .orElse("");
  }
}
