package awsleuth.collect.doctor;

import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.SecretValues;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.credentials.LiveOutside;
import awsleuth.collect.credentials.LiveServices;
import awsleuth.collect.credentials.Rehearsal;
import awsleuth.collect.probe.ContainerProbe;
import awsleuth.collect.probe.MetadataProbe;
import awsleuth.collect.probe.PythonProbe;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.BotoTrust;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Proxies;
import awsleuth.collect.wire.Route;
import awsleuth.core.evidence.ProbeResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Goes through the life of a call: what does not hang on one another goes on at the same time, and
 * nothing is waited for longer than the question allows.
 */
public final class Doctor {

  /** Steps are to end so much before the time is over, at most; they get as much beyond it. */
  private static final long GRACE_MILLIS = 500;

  private static final String METADATA = "http://169.254.169.254/";
  private static final Duration METADATA_PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_PATIENCE = 60;

  private final Question question;
  private final Consumer<Step> told;
  private final long over;
  private final Deadline deadline;
  private final Commands commands;
  private final List<Slot> slots = new ArrayList<>();
  private final CompletableFuture<Optional<String>> bundle = new CompletableFuture<>();
  private final CompletableFuture<CredentialsStep> credentials = new CompletableFuture<>();
  private volatile SecretValues secrets;
  private int credentialsNumber;

  private Doctor(Question question, Consumer<Step> told) {
    this.question = question;
    this.told = told;
    this.over = System.nanoTime() + question.timeout().toNanos();
    long early = Math.min(GRACE_MILLIS, question.timeout().toMillis() / 10);
    this.deadline = new Deadline(over - early * 1_000_000, question.timeout(), question.timeout());
    this.commands = new Commands(question);
    this.secrets = secrets(List.of());
  }

  /**
   * Examines. Codes of MFA devices are asked for before the time begins to run.
   *
   * @param told gets each step as it ends, in any order, on any thread
   */
  public static Examination examine(Question question, Consumer<Step> told) {
    question
        .codes()
        .askAhead(
            Rehearsal.devices(
                question.environment(), question.files(), Local.arguments(question)));
    return new Doctor(question, told).examine();
  }

  private Examination examine() {
    Local local = Local.of(question);
    BotoTrust trust = new BotoTrust(local.session(), () -> await(bundle).flatMap(b -> b));
    Route route = new Route(new Proxies(question.environment()), trust);
    python();
    ended(StepKind.CONFIG, local.config());
    ended(StepKind.REGION, local.region());
    credentials(local, route);
    metadata(local);
    container(local);
    Target sts = target(local, "sts", "GetCallerIdentity");
    Way way = way(sts, route, trust, Optional.empty());
    call(StepKind.IDENTITY, sts, local, route, way);
    service(local, route, trust, sts, way);
    List<Step> steps = slots.stream().map(s -> s.await(left(), question.timeout())).toList();
    return new Examination(question, steps, secrets);
  }

  private long left() {
    return (over - System.nanoTime()) / 1_000_000 + GRACE_MILLIS;
  }

  private Slot slot(StepKind kind, ProbeResult.Call call, List<String> byHand) {
    Slot slot = new Slot(slots.size() + 1, kind, call, byHand);
    slot.whenEnded(told);
    slots.add(slot);
    return slot;
  }

  private Slot slot(StepKind kind, String url) {
    return slot(kind, ProbeResult.Call.NONE, commands.local(kind, url));
  }

  private void ended(StepKind kind, Result result) {
    slot(kind, "").end(result, System.nanoTime());
  }

  private static void start(Runnable work) {
    Thread.ofVirtual().start(work);
  }

  private void python() {
    Slot slot = slot(StepKind.PYTHON, "");
    start(() -> {
      slot.run(() -> {
        PythonProbe probe =
            PythonProbe.of(question.environment(), Math.max(1, question.timeout().toSeconds()));
        bundle.complete(probe.bundle());
        return probe.result();
      });
      bundle.complete(Optional.empty());
    });
  }

  private void credentials(Local local, Route route) {
    Slot slot = slot(StepKind.CREDENTIALS, "");
    credentialsNumber = slot.number();
    // What it asks with may hold on to its thread, so it has one of the system's.
    Thread.ofPlatform()
        .daemon()
        .name("credentials")
        .start(() -> {
          slot.run(() -> {
            CredentialsStep step = resolve(local, route);
            credentials.complete(step);
            return step.result(question.environment());
          });
          credentials.complete(new CredentialsStep(local.resolution(), List.of()));
        });
  }

  private CredentialsStep resolve(Local local, Route route) {
    if (local.resolution().refused().isPresent()) {
      return new CredentialsStep(local.resolution(), List.of());
    }
    LiveOutside outside =
        new LiveOutside(
            question.files(),
            question.environment(),
            new LiveServices(
                question.catalog(), local.session(), route, question.codes()));
    Resolution resolution =
        Resolver.resolve(
            Rules.BOTO3, question.environment(), outside, Local.arguments(question), Instant.now());
    secrets = secrets(outside.texts());
    return new CredentialsStep(resolution, outside.lines());
  }

  /** What must not be shown of the environment, the files and the answers. */
  private SecretValues secrets(List<String> answers) {
    List<String> texts = new ArrayList<>(answers);
    for (String path :
        List.of(
            Resolver.configPath(question.environment()),
            Resolver.credentialsPath(question.environment()))) {
      if (question.files().file(path) instanceof Content.Bytes(byte[] bytes)) {
        texts.add(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return SecretValues.of(question.environment(), texts);
  }

  private <T> Optional<T> await(CompletableFuture<T> future) {
    try {
      return Optional.of(future.get(deadline.millis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  private void metadata(Local local) {
    Optional<Ask.Http> ask =
        local.asked().filter(a -> a.sent().service().isEmpty() && a.url().contains("/latest/"));
    String base =
        ask.map(a -> a.url().substring(0, a.url().indexOf("latest/")))
            .or(() ->
                local
                    .session()
                    .either("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
                    .map(f -> f.value().endsWith("/") ? f.value() : f.value() + "/"))
            .orElse(METADATA);
    Slot slot = slot(StepKind.METADATA, base);
    if ("true"
        .equalsIgnoreCase(question.environment().getOrDefault("AWS_EC2_METADATA_DISABLED", ""))) {
      slot.end(new Result.Ok("not asked: AWS_EC2_METADATA_DISABLED is true"), System.nanoTime());
      return;
    }
    Duration patience =
        ask.map(a ->
                Duration.ofMillis((long) (Math.clamp(a.sent().timeout(), 0, MOST_PATIENCE) * 1000)))
            .filter(d -> d.compareTo(METADATA_PATIENCE) > 0)
            .orElse(METADATA_PATIENCE);
    start(() -> slot.run(() -> metadata(base, patience, ask.isPresent())));
  }

  private Result metadata(String base, Duration patience, boolean asked) {
    try {
      if (URI.create(base).getHost() == null) {
        return new Result.Unknown(base + " is no address");
      }
    } catch (IllegalArgumentException e) {
      return new Result.Unknown(base + " is no address");
    }
    MetadataProbe probe =
        MetadataProbe.of(base, new Proxies(question.environment()), patience, deadline);
    if (probe.state() == MetadataProbe.State.GIVES) {
      return new Result.Ok(probe.words(), probe.facts());
    }
    boolean absent = probe.state() == MetadataProbe.State.ABSENT;
    boolean meant = asked && (!absent || isInstance() || !base.equals(METADATA));
    return meant
        ? new Result.Finding(probe.words(), probe.facts(), "")
        : new Result.Ok(
            probe.words() + (asked ? "; this is no EC2 instance" : "; not needed"), probe.facts());
  }

  /** Whether the machine says of itself that it is an EC2 instance. */
  private boolean isInstance() {
    return question.files().file("/sys/devices/virtual/dmi/id/sys_vendor")
            instanceof Content.Bytes(byte[] bytes)
        && new String(bytes, StandardCharsets.UTF_8).startsWith("Amazon EC2");
  }

  private void container(Local local) {
    local
        .asked()
        .filter(a -> a.sent().service().isEmpty() && !a.url().contains("/latest/"))
        .ifPresent(a -> {
          Slot slot = slot(StepKind.CONTAINER, a.url());
          start(() -> slot.run(() -> ContainerProbe.of(a.url(), a.sent().headers(), deadline)));
        });
  }

  private Target target(Local local, String service, String operation) {
    return local.resolution().refused().isPresent()
        ? Target.unreached(service, operation, "not reached (2)")
        : Target.of(question, local.session(), service, operation);
  }

  private Way way(Target target, Route route, BotoTrust trust, Optional<Way> same) {
    boolean proxied =
        target.url().filter(u -> route.proxies().of(u).proxy().isPresent()).isPresent();
    String ca = trust.configured().orElse("");
    Slot endpoint =
        slot(
            StepKind.ENDPOINT, target.call(), commands.way(StepKind.ENDPOINT, target, proxied, ca));
    endpoint.end(target.result(), System.nanoTime());
    if (same.isPresent()) {
      return same.get();
    }
    Map<StepKind, Slot> steps = new EnumMap<>(StepKind.class);
    for (StepKind kind : Way.KINDS) {
      steps.put(kind, slot(kind, target.call(), commands.way(kind, target, proxied, ca)));
    }
    Way way = new Way(target, steps, route, deadline);
    start(() -> way.go(endpoint.number()));
    return way;
  }

  private void service(Local local, Route route, BotoTrust trust, Target sts, Way wayToSts) {
    if (question.service().isEmpty()
        || (question.service().get().equals("sts")
            && question.operation().orElse("GetCallerIdentity").equals("GetCallerIdentity"))) {
      return;
    }
    Target target = target(local, question.service().get(), question.operation().orElse(""));
    Way way =
        way(target, route, trust, target.sameWay(sts) ? Optional.of(wayToSts) : Optional.empty());
    if (question.operation().isPresent()) {
      call(StepKind.CALL, target, local, route, way);
    }
  }

  private void call(StepKind kind, Target target, Local local, Route route, Way way) {
    Slot slot = slot(kind, target.call(), commands.call(target.call()));
    CallStep step = new CallStep(question, target.call());
    Optional<String> refusal = step.refusal();
    if (refusal.isPresent()) {
      slot.end(new Result.Unknown(refusal.get()), System.nanoTime());
      return;
    }
    start(() -> {
      Optional<Keys> keys = await(credentials).flatMap(CredentialsStep::keys);
      if (target.url().isEmpty() || keys.isEmpty()) {
        int blocked = target.url().isEmpty() ? await(way.blocked()).orElse(0) : 0;
        slot.unreached(blocked > 0 ? blocked : credentialsNumber);
        return;
      }
      long began = System.nanoTime();
      Deadline now = deadline.fromNow();
      try {
        made(slot, step, call(step, local, route, keys.get()), way, now, began);
      } catch (RuntimeException bug) {
        slot.end(new Result.Crashed(String.valueOf(bug)), began);
      }
    });
  }

  private CallResult call(CallStep step, Local local, Route route, Keys keys) {
    return step.make(
        new AwsCalls(
            question.catalog(),
            local.session(),
            keys,
            route,
            Duration.ofMillis(deadline.millis())));
  }

  /** A call without an answer is told by the step that was in its way, if one was. */
  private void made(
      Slot slot, CallStep step, CallResult result, Way way, Deadline waited, long began) {
    int blocked = result instanceof CallResult.Unreachable ? await(way.blocked()).orElse(0) : 0;
    if (blocked > 0) {
      slot.unreached(blocked);
    } else {
      slot.end(step.result(result, waited), began);
    }
  }
}
