package awsleuth.boto.retry.load;

import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.RateLimiter;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Retryer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a load through, event by event, with the decisions that botocore makes. The same random
 * numbers give the same result.
 */
public final class LoadSimulation {

  private static final Answer SUCCESS = Answer.Response.of(200, "");

  private final Load load;
  private final RetrySettings settings;
  private final CalledOperation operation;
  private final DoubleSupplier random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::order));
  private final int[] served;
  private final int[] refused;
  private final int[] failedCalls;
  private long order;
  private long calls;
  private long failed;
  private long requests;
  private double slowest;

  /** Where in a second of the clock on the wall it starts: rates are measured by that clock. */
  private final double phase;

  private double tokens;
  private double filledAt;

  private LoadSimulation(
      Load load, RetrySettings settings, CalledOperation operation, DoubleSupplier random) {
    this.load = load;
    this.settings = settings;
    this.operation = operation;
    this.random = random;
    this.tokens = load.burst();
    this.phase = random.getAsDouble();
    int seconds = (int) Math.ceil(load.seconds());
    served = new int[seconds];
    refused = new int[seconds];
    failedCalls = new int[seconds];
  }

  /** Something that happens to a client at a time. */
  private record Event(double time, long order, Client client, Kind kind) {}

  private enum Kind {
    /** It wants to send; in adaptive mode it may have to wait. */
    READY,
    /** Its request arrives at the service. */
    ARRIVES,
    /** Its response arrives. */
    ANSWERED
  }

  /** One client, and the call that it is at. */
  private static final class Client {
    private final Retryer retryer;
    private final @Nullable RateLimiter limiter;
    private Retryer.Call call = new Retryer.Call();
    private int attempt = 1;
    private double since;
    private Answer answer = SUCCESS;

    Client(Retryer retryer, @Nullable RateLimiter limiter, double since) {
      this.retryer = retryer;
      this.limiter = limiter;
      this.since = since;
    }
  }

  /**
   * Plays a load through.
   *
   * @param random gives numbers from 0 to 1
   */
  public static LoadResult run(
      Load load, RetrySettings settings, CalledOperation operation, DoubleSupplier random) {
    return new LoadSimulation(load, settings, operation, random).run();
  }

  private LoadResult run() {
    for (int i = 0; i < load.clients(); i++) {
      double start = random.getAsDouble() * load.latency();
      boolean limits = settings.mode() == RetryMode.ADAPTIVE;
      Retryer retryer = new Retryer(settings, false, random);
      RateLimiter limiter = limits ? new RateLimiter(phase + start) : null;
      at(start, new Client(retryer, limiter, start), Kind.READY);
    }
    while (!events.isEmpty() && events.peek().time() < load.seconds()) {
      Event event = events.remove();
      switch (event.kind()) {
        case READY -> ready(event);
        case ARRIVES -> arrives(event);
        case ANSWERED -> answered(event);
      }
    }
    for (Event waiting : events) {
      slowest = Math.max(slowest, load.seconds() - waiting.client().since);
    }
    List<LoadResult.Second> seconds = new ArrayList<>();
    for (int i = 0; i < served.length; i++) {
      seconds.add(new LoadResult.Second(served[i], refused[i], failedCalls[i]));
    }
    return new LoadResult(calls, failed, requests, slowest, seconds);
  }

  private void at(double time, Client client, Kind kind) {
    events.add(new Event(time, order++, client, kind));
  }

  private void ready(Event event) {
    RateLimiter limiter = event.client.limiter;
    double sent =
        limiter == null ? event.time : limiter.acquire(phase + event.time, _ -> {}) - phase;
    at(sent + load.latency() / 2, event.client, Kind.ARRIVES);
  }

  private void arrives(Event event) {
    tokens = Math.min(load.burst(), tokens + (event.time - filledAt) * load.limit());
    filledAt = event.time;
    boolean allowed = tokens >= 1;
    if (allowed) {
      tokens -= 1;
    }
    (allowed ? served : refused)[(int) event.time]++;
    event.client.answer = allowed ? SUCCESS : load.refusal();
    at(event.time + load.latency() / 2, event.client, Kind.ANSWERED);
  }

  private void answered(Event event) {
    Client client = event.client;
    Retryer.Decision decision =
        client.retryer.decide(operation, client.answer, client.attempt, client.call);
    if (client.limiter != null) {
      client.limiter.record(phase + event.time, operation.isThrottling(client.answer));
    }
    switch (decision) {
      case Retryer.Repeat repeat -> {
        client.attempt++;
        at(event.time + repeat.delay(), client, Kind.READY);
      }
      case Retryer.End end -> ended(event.time + end.pause().orElse(0), client);
    }
  }

  private void ended(double time, Client client) {
    calls++;
    requests += client.attempt;
    slowest = Math.max(slowest, time - client.since);
    if (client.answer.equals(SUCCESS)) {
      client.retryer.succeeded(client.call);
    } else {
      failed++;
      failedCalls[Math.min((int) time, failedCalls.length - 1)]++;
    }
    client.call = new Retryer.Call();
    client.attempt = 1;
    client.since = time + load.pause();
    at(client.since, client, Kind.READY);
  }
}
