package awsleuth.app.doctor;

import awsleuth.collect.doctor.StepKind;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;

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
    if (!examined.isFine()) {
      return "something is wrong, but no cause that awsleuth knows explains it";
    }
    if (unknown > 0) {
      return "nothing wrong is found; "
          + (unknown == 1 ? "one step is" : unknown + " steps are")
          + " unknown";
    }
    return "nothing is wrong"
        + examined.probes().stream()
            .filter(p -> p.step().equals(StepKind.IDENTITY.label()))
            .findFirst()
            .map(p -> ": boto3 calls as " + p.words())
            .orElse("");
  }
}
