package awsleuth.core;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Failed calls of what probes found. What boto3 raises for a finding is read as a text of it would
 * be, so that the causes see what they see of a program's failure; its place is the probe's step.
 */
final class ProbeFailures {

  private ProbeFailures() {}

  /** The evidence, with the findings of probes as failures, in the order of the steps. */
  static List<Evidence> complete(List<? extends Evidence> evidence, AwsCatalog catalog) {
    List<ProbeResult> findings = new ArrayList<>();
    for (Evidence e : evidence) {
      if (e instanceof ProbeResult p && p.isFinding() && !p.isRepeated()) {
        findings.add(p);
      }
    }
    findings.sort((a, b) -> a.source().compareTo(b.source()));
    List<Evidence> all = new ArrayList<>(evidence);
    boolean told = findings.stream().anyMatch(ProbeFailures::isOfClock);
    boolean goesOn = evidence.stream().anyMatch(e -> e instanceof ProbeResult p && isAnswered(p));
    for (ProbeResult p : findings) {
      if (!p.raised().isEmpty()) {
        all.addAll(failures(p, catalog));
      } else if (p.step().equals("clock") && !told) {
        all.add(unraised(p, goesOn ? ProbeResult.Call.NONE : p.call()));
      }
    }
    return all;
  }

  /** Whether a service refused a call for its signature, which tells of the clock too. */
  private static boolean isOfClock(ProbeResult probe) {
    return Stream.of("SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure")
        .anyMatch(code -> probe.raised().contains("(" + code + ")"));
  }

  /** Whether a call was answered, so that none failed for what boto3 raises nothing for. */
  private static boolean isAnswered(ProbeResult probe) {
    return probe.step().equals(ProbeResult.IDENTITY) && probe.verdict() == ProbeResult.Verdict.OK;
  }

  private static List<Failure> failures(ProbeResult probe, AwsCatalog catalog) {
    Artifact text =
        new Artifact(probe.source().artifact(), Artifact.Kind.TRACEBACK, probe.raised());
    return Readers.read(text, catalog).stream()
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .limit(1)
        .map(f -> placed(f, probe))
        .toList();
  }

  /**
   * What is wrong though boto3 raises nothing of itself; AWS refuses the call for it. Its endpoint
   * is left out, since it answers.
   *
   * @param of the call that fails for it; none where the one that was made did not
   */
  private static Failure unraised(ProbeResult probe, ProbeResult.Call of) {
    Failure.Passage passage =
        new Failure.Passage(Failure.Passage.Kind.MESSAGE, "", probe.words(), probe.source());
    FailedCall call =
        new FailedCall(
            "",
            of.service(),
            false,
            of.operation(),
            "",
            probe.words(),
            OptionalInt.empty(),
            "",
            of.region(),
            "",
            OptionalInt.empty(),
            probe.source());
    return new Failure(call, Map.of(), List.of(passage), List.of(), 1, probe.source());
  }

  private static Failure placed(Failure f, ProbeResult probe) {
    Source source = probe.source();
    List<Failure.Passage> passages =
        f.passages().stream()
            .map(p -> new Failure.Passage(p.kind(), p.exception(), p.text(), source))
            .toList();
    List<Failure.Frame> frames =
        f.frames().stream()
            .map(x -> new Failure.Frame(x.file(), x.line(), x.function(), x.code(), source))
            .toList();
    return new Failure(call(f.call(), probe), f.captures(), passages, frames, 1, source);
  }

  private static FailedCall call(FailedCall read, ProbeResult probe) {
    ProbeResult.Call of = probe.call();
    return new FailedCall(
        read.exception(),
        of.service().isEmpty() ? read.service() : of.service(),
        of.service().isEmpty() && read.serviceInferred(),
        of.operation().isEmpty() ? read.operation() : of.operation(),
        read.code(),
        read.message(),
        read.httpStatus(),
        read.requestId(),
        of.region().isEmpty() ? read.region() : of.region(),
        read.endpoint().isEmpty() ? of.endpoint() : read.endpoint(),
        read.maxRetries(),
        probe.source());
  }
}
