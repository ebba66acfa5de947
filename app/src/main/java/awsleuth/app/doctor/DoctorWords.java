package awsleuth.app.doctor;

import awsleuth.collect.doctor.StepKind;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/** An examination in words, for all views. */
final class DoctorWords {

  private DoctorWords() {}

  /** What a step says; that of an endpoint with the service. */
  static String words(ProbeResult probe) {
    return probe.step().equals(StepKind.ENDPOINT.label())
        ? probe.call().service() + ": " + probe.words()
        : probe.words();
  }

  /** What is to say where no failed call is to be diagnosed. */
  static String summary(Examined examined) {
    long unknown =
        examined.probes().stream()
            .filter(p -> p.verdict() == Verdict.UNKNOWN || p.verdict() == Verdict.CRASHED)
            .count();
    Optional<String> caller = caller(examined);
    if (!examined.isFine() && caller.isPresent()) {
      return "boto3 calls as " + caller.get() + ", though something is wrong" + findings(examined);
    }
    if (!examined.isFine()) {
      return "something is wrong, but no cause that awsleuth knows explains it";
    }
    if (unknown > 0) {
      return "nothing wrong is found; "
          + (unknown == 1 ? "one step is" : unknown + " steps are")
          + " unknown";
    }
    return "nothing is wrong" + caller.map(c -> ": boto3 calls as " + c).orElse("");
  }

  /** As whom AWS says that boto3 calls. */
  private static Optional<String> caller(Examined examined) {
    return examined.probes().stream()
        .filter(p -> p.step().equals(StepKind.IDENTITY.label()) && p.verdict() == Verdict.OK)
        .findFirst()
        .map(ProbeResult::words);
  }

  /** The numbers of the steps where something is wrong. */
  private static String findings(Examined examined) {
    return examined.probes().stream()
        .filter(ProbeResult::isFinding)
        .map(p -> String.valueOf(p.source().line()))
        .collect(Collectors.joining(", ", " (", ")"));
  }
}
