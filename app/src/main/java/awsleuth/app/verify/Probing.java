package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.doctor.Doctor;
import awsleuth.collect.doctor.Question;
import awsleuth.collect.wire.BareUrl;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.evidence.ProbeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes the way of a call from here, as {@code doctor} does, once for each service and Region. It
 * goes to where the settings of this machine lead, or to a bucket's name under that; never to
 * another address that a diagnosis names.
 */
final class Probing {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final AwsCatalog catalog;
  private final Optional<String> profile;
  private final MfaCodes codes;
  private final Deadline all;
  private final Consumer<String> told;
  private final Map<Target, List<ProbeResult>> probed = new HashMap<>();

  /**
   * Where it is gone to.
   *
   * @param region empty for that of the settings
   * @param url a name under the endpoint to which the settings lead; empty for that endpoint
   */
  private record Target(String service, String region, String url) {}

  /**
   * Nothing gone yet.
   *
   * @param all when no way may be gone any more
   * @param told gets what is gone next, in words
   */
  Probing(
      AwsCatalog catalog,
      Optional<String> profile,
      MfaCodes codes,
      Deadline all,
      Consumer<String> told) {
    this.catalog = catalog;
    this.profile = profile;
    this.codes = codes;
    this.all = all;
    this.told = told;
  }

  /** What the way to the service of a failure says of a cause; empty if nothing. */
  Optional<Verified> of(ToldFailure failure, String cause) {
    Target target = new Target(service(failure), region(failure), "");
    List<ProbeResult> probes = probes(target);
    if (probes.isEmpty()) {
      return Optional.of(new Verified(cause, State.UNKNOWN, AwsCalls.LATE, "awsleuth doctor"));
    }
    GoneWay way = GoneWay.of(probes, target.service);
    if (way.leadsAbove(failure.endpoint())) {
      List<ProbeResult> there = new ArrayList<>(probes(under(target, failure.endpoint())));
      there.addAll(probes);
      return said(there, GoneWay.of(there, target.service), failure, cause);
    }
    return said(probes, way, failure, cause);
  }

  private static Target under(Target target, String endpoint) {
    String scheme = endpoint.substring(0, endpoint.indexOf("://") + "://".length());
    return new Target(target.service, target.region, scheme + BareUrl.authority(endpoint));
  }

  private Optional<Verified> said(
      List<ProbeResult> probes, GoneWay way, ToldFailure failure, String cause) {
    boolean elsewhere = cause.startsWith("network/") && !way.leadsTo(failure.endpoint());
    return !elsewhere && claims(probes, cause)
        ? Optional.of(
            new Verified(
                cause, State.STILL_THERE, "the way to the service shows it", "awsleuth doctor"))
        : way.of(cause, failure.endpoint());
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

  /** What was found on a way; nothing where the time was over before it was gone. */
  private List<ProbeResult> probes(Target target) {
    List<ProbeResult> known = probed.get(target);
    if (known != null) {
      return known;
    }
    List<ProbeResult> found = all.isOver() ? List.of() : gone(target);
    probed.put(target, found);
    return found;
  }

  private List<ProbeResult> gone(Target target) {
    told.accept("the way to " + (target.url.isEmpty() ? target.service : target.url));
    Duration left = all.fromNow().whole();
    Question question =
        new Question(
            catalog,
            System.getenv(),
            new LocalOutside(),
            codes,
            profile,
            known(target.region),
            known(target.url),
            Optional.of(target.service),
            Optional.empty(),
            left.compareTo(LONGEST) < 0 ? left : LONGEST);
    return target.url.isEmpty()
        ? Doctor.examine(question, _ -> {}).evidence()
        : Doctor.way(question);
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
