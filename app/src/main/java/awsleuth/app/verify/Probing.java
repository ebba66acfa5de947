package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.doctor.Doctor;
import awsleuth.collect.doctor.Examination;
import awsleuth.collect.doctor.Question;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes the way of a call from here, as {@code doctor} does, once for each service and Region. It
 * goes to where the settings of this machine lead, never to an address that a diagnosis names.
 */
final class Probing {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final AwsCatalog catalog;
  private final Optional<String> profile;
  private final MfaCodes codes;
  private final Map<Target, List<ProbeResult>> probed = new HashMap<>();

  /** Where it is gone to; an empty Region is that of the settings. */
  private record Target(String service, String region) {}

  Probing(AwsCatalog catalog, Optional<String> profile, MfaCodes codes) {
    this.catalog = catalog;
    this.profile = profile;
    this.codes = codes;
  }

  /** What the way to the service of a failure says of a cause; empty if nothing. */
  Optional<Verified> of(ToldFailure failure, String cause) {
    Target target = new Target(service(failure), region(failure));
    List<ProbeResult> probes = probed.computeIfAbsent(target, this::examine);
    return claims(probes, cause)
        ? Optional.of(
            new Verified(
                cause, State.STILL_THERE, "the way to the service shows it", "awsleuth doctor"))
        : GoneWay.of(probes, target.service).of(cause, failure.endpoint());
  }

  private boolean claims(List<ProbeResult> probes, String cause) {
    return new Diagnoser(catalog)
        .diagnose(List.of(), probes).failures().stream()
            .flatMap(f -> f.verdicts().stream())
            .filter(Verdict::claims)
            .anyMatch(v -> v.id().equals(cause));
  }

  private String service(ToldFailure failure) {
    return catalog.hasService(failure.service()) ? failure.service() : "sts";
  }

  private String region(ToldFailure failure) {
    return catalog.region(failure.region()).isPresent() ? failure.region() : "";
  }

  private List<ProbeResult> examine(Target target) {
    Examination examination =
        Doctor.examine(
            new Question(
                catalog,
                System.getenv(),
                new LocalOutside(),
                codes,
                profile,
                Optional.of(target.region).filter(r -> !r.isEmpty()),
                Optional.empty(),
                Optional.of(target.service),
                Optional.empty(),
                TIMEOUT),
            _ -> {});
    return examination.evidence();
  }
}
