package awsleuth.collect.doctor;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.credentials.SecretValues;
import awsleuth.collect.credentials.Programs;
import awsleuth.collect.credentials.Rehearsal;
import awsleuth.collect.probe.ContainerProbe;
import awsleuth.collect.probe.PythonProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.BotoTrust;
import awsleuth.collect.wire.Route;
import awsleuth.core.evidence.ProbeResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Goes through the life of a call: what does not hang on one another goes on at the same time, and
 * nothing is waited for longer than the question allows. No program that it starts outlives it.
 */
public final class Doctor {

  private final Question question;
  private final Slots slots;
  private final Programs programs;
  private final Local local;
  private final BotoTrust trust;
  private final Route route;
  private final CompletableFuture<Optional<String>> bundle = new CompletableFuture<>();

  private Doctor(Question question, Slots slots, Programs programs) {
    this.question = question;
    this.slots = slots;
    this.programs = programs;
    this.local = Local.of(question);
    this.trust = new BotoTrust(local.session(), () -> slots.await(bundle).flatMap(b -> b));
    this.route = new Route(new Proxies(question.environment()), trust);
  }

  /**
   * Examines. Codes of MFA devices are asked for before the time begins to run.
   *
   * @param told gets each step as it ends, in any order, on any thread, and each second what goes
   *     on
   */
  public static Examination examine(Question question, Consumer<Progress> told) {
    question
        .codes()
        .askAhead(
            Rehearsal.devices(question.environment(), question.files(), Local.arguments(question)));
    Slots slots = new Slots(question, told);
    try (Programs programs = new Programs(slots.deadline())) {
      return new Doctor(question, slots, programs).examine();
    }
  }

  /**
   * Asks the metadata service alone.
   *
   * @return empty where botocore is told not to ask it
   */
  public static Optional<ProbeResult> metadata(Question question) {
    Slots slots = new Slots(question, _ -> {});
    MetadataStep step = MetadataStep.of(question, Local.of(question));
    if (step.isOff()) {
      return Optional.empty();
    }
    Slot slot = slots.next(StepKind.METADATA, step.base());
    start(() -> slot.run(() -> step.result(slots.deadline())));
    SecretValues secrets = SecretValues.of(question.environment(), List.of());
    return Optional.of(new Examination(question, slots.await(), secrets).evidence().getFirst());
  }

  /**
   * Goes the way alone to the service of a question, or to the URL that it gives; nothing is
   * signed.
   *
   * @throws java.util.NoSuchElementException if it has no service
   */
  public static List<ProbeResult> way(Question question) {
    Slots slots = new Slots(question, _ -> {});
    try (Programs programs = new Programs(slots.deadline())) {
      Doctor doctor = new Doctor(question, slots, programs);
      doctor.python();
      doctor.way(doctor.target(question.service().orElseThrow(), ""), Optional.empty());
      SecretValues secrets = SecretValues.of(question.environment(), List.of());
      return new Examination(question, slots.await(), secrets).evidence();
    }
  }

  private Examination examine() {
    python();
    slots.ended(StepKind.CONFIG, local.config());
    slots.ended(StepKind.REGION, local.region());
    CredentialsWork credentials =
        CredentialsWork.begin(
            question, local, route, programs, slots.next(StepKind.CREDENTIALS, ""));
    metadata();
    container();
    Calling calling = new Calling(question, local, route, slots, credentials);
    Target sts = target("sts", "GetCallerIdentity");
    Way way = way(sts, Optional.empty());
    calling.begin(StepKind.IDENTITY, sts, way);
    service(sts, way, calling);
    List<Step> steps = slots.await();
    return new Examination(question, steps, credentials.secrets());
  }

  private static void start(Runnable work) {
    Thread.ofVirtual().start(work);
  }

  private void python() {
    Slot slot = slots.next(StepKind.PYTHON, "");
    start(() -> {
      slot.run(() -> {
        PythonProbe probe = PythonProbe.of(question.environment(), programs);
        bundle.complete(probe.bundle());
        return probe.result();
      });
      bundle.complete(Optional.empty());
    });
  }

  private void metadata() {
    MetadataStep step = MetadataStep.of(question, local);
    Slot slot = slots.next(StepKind.METADATA, step.base());
    if (step.isOff()) {
      slot.end(new Result.Ok("not asked: AWS_EC2_METADATA_DISABLED is true"), System.nanoTime());
    } else {
      start(() -> slot.run(() -> step.result(slots.deadline())));
    }
  }

  private void container() {
    local
        .asked()
        .filter(a -> a.sent().service().isEmpty() && !a.url().contains("/latest/"))
        .ifPresent(a -> {
          Slot slot = slots.next(StepKind.CONTAINER, a.url());
          start(() ->
              slot.run(() -> ContainerProbe.of(a.url(), a.sent().headers(), slots.deadline())));
        });
  }

  private Target target(String service, String operation) {
    return local.resolution().refused().isPresent()
        ? Target.unreached(service, operation, "not reached (2)")
        : Target.of(question, local.session(), service, operation);
  }

  private Way way(Target target, Optional<Way> same) {
    Commands.Way byHand =
        slots.commands().way(target, target.way(route.proxies()), trust.configured());
    Slot endpoint =
        slots.next(StepKind.ENDPOINT, target.call(), byHand.commands(StepKind.ENDPOINT));
    endpoint.end(target.result(), System.nanoTime());
    if (same.isPresent()) {
      return same.get();
    }
    Map<StepKind, Slot> steps = new EnumMap<>(StepKind.class);
    for (StepKind kind : Way.KINDS) {
      steps.put(kind, slots.next(kind, target.call(), byHand.commands(kind)));
    }
    Way way = new Way(target, steps, route, slots.deadline());
    start(() -> way.go(endpoint.number()));
    return way;
  }

  private void service(Target sts, Way wayToSts, Calling calling) {
    if (question.service().isEmpty()
        || (question.service().get().equals("sts")
            && question.operation().orElse("GetCallerIdentity").equals("GetCallerIdentity"))) {
      return;
    }
    Target target = target(question.service().get(), question.operation().orElse(""));
    Way way = way(target, target.sameWay(sts) ? Optional.of(wayToSts) : Optional.empty());
    if (question.operation().isPresent()) {
      calling.begin(StepKind.CALL, target, way);
    }
  }
}
