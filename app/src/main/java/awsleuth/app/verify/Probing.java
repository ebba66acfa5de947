package awsleuth.app.verify;

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

/** Goes the way of a call from here, as {@code doctor} does, once for each service. */
final class Probing {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final AwsCatalog catalog;
  private final Optional<String> profile;
  private final MfaCodes codes;
  private final Map<String, List<ProbeResult>> probed = new HashMap<>();

  Probing(AwsCatalog catalog, Optional<String> profile, MfaCodes codes) {
    this.catalog = catalog;
    this.profile = profile;
    this.codes = codes;
  }

  /** What the way to a service says of a cause; empty if nothing. */
  Optional<Verified> of(String service, String cause) {
    List<ProbeResult> probes = probed.computeIfAbsent(service, this::examine);
    Optional<Verdict> claimed =
        new Diagnoser(catalog)
            .diagnose(List.of(), probes).failures().stream()
                .flatMap(f -> f.verdicts().stream())
                .filter(v -> v.id().equals(cause) && v.claims())
                .findFirst();
    if (claimed.isPresent()) {
      return Optional.of(
          new Verified(
              cause, State.STILL_THERE, "the way to the service shows it", "awsleuth doctor"));
    }
    boolean gone = probes.stream().anyMatch(p -> p.step().equals("http"));
    return gone && probes.stream().noneMatch(ProbeResult::isFinding)
        ? Optional.of(
            new Verified(cause, State.RULED_OUT, "the whole way to the service works", ""))
        : Optional.empty();
  }

  private List<ProbeResult> examine(String service) {
    boolean known = !service.isEmpty() && catalog.hasService(service);
    Examination examination =
        Doctor.examine(
            new Question(
                catalog,
                System.getenv(),
                new LocalOutside(),
                codes,
                profile,
                Optional.empty(),
                Optional.empty(),
                known ? Optional.of(service) : Optional.empty(),
                Optional.empty(),
                TIMEOUT),
            _ -> {});
    return examination.evidence();
  }
}
