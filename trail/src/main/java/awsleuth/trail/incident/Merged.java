package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.EventRequest;
import awsleuth.trail.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what has one cause: one change, one storm, or, around a moment that was asked for,
 * one principal that is denied many operations one after another, as what tries all that it may do
 * is.
 *
 * @param moment the moment that was asked for; empty for none
 */
record Merged(Optional<Long> moment) {

  /** One after another are denials that begin no longer apart, in milliseconds. */
  private static final long APART = 60_000;

  /** What is no further from a moment is there, in milliseconds: who asks may be late by that. */
  private static final long NEAR = 5 * APART;

  /** In the order of time; what only fails around a moment, as it may always do, last. */
  private static final Comparator<Incident> TOLD =
      Comparator.<Incident, Boolean>comparing(i -> i.target().why() == Target.Why.MOMENT)
          .thenComparing(Incident::target, Target.ORDER);

  /** Denials of one principal, for one reason as far as AWS says it. */
  private record Denied(String account, String principal, Reason reason) {}

  private record Reason(
      Denial.Kind kind, PolicyDocument.Type type, String policy, String setting) {}

  /** Denials that may go on: their place, and when the last began. */
  private record Open(int at, long last) {}

  /** The incidents, those nearest to the moment first where one was asked for. */
  List<Incident> of(List<Incident> found) {
    Map<Object, Incident> merged = new LinkedHashMap<>();
    for (Incident i : found) {
      merged.merge(key(i), i, Merged::both);
    }
    List<Incident> all = new ArrayList<>(merged.values());
    if (moment.isPresent()) {
      all = oneAfterAnother(all);
    }
    all.sort(moment.map(Merged::nearest).orElse(TOLD));
    return List.copyOf(all);
  }

  private static Object key(Incident incident) {
    return switch (incident.cause()) {
      case Cause.Changed c -> c.suspect().change();
      case Cause.Propagation p -> p.change();
      case Cause.Storm s when s.isCertain() -> storm(s, incident);
      case Cause.Storm s when incident.suspects().isEmpty() ->
          List.of(storm(s, incident), s.operation(), s.resource(), s.isSteady(), s.first().name());
      case Cause.Storm _ -> incident.target();
      case Cause.Unknown _ -> incident.target();
    };
  }

  /** Whose load, and to what. */
  private static String storm(Cause.Storm s, Incident incident) {
    String source = incident.target().group().calls().source();
    return String.join(" ", "storm", s.principal(), s.first().region(), source);
  }

  /**
   * By how far the failures are from a moment, then what is explained first, then what began there.
   * Failures off and on may all be some way from a moment between them.
   */
  private static Comparator<Incident> nearest(long moment) {
    return Comparator.<Incident>comparingLong(i -> Math.max(NEAR, distance(i, moment)))
        .thenComparing(i -> i.cause() instanceof Cause.Unknown)
        .thenComparing(i -> i.suspects().isEmpty())
        .thenComparing(i -> i.target().why() == Target.Why.MOMENT)
        .thenComparingLong(i -> Math.abs(time(i) - moment))
        .thenComparing(Incident::target, Target.ORDER);
  }

  /** From the first failure, or where they go on, to the moment. */
  private static long distance(Incident incident, long moment) {
    return incident.targets().stream()
        .mapToLong(t -> Math.max(t.from() - moment, Math.max(0, moment - t.to())))
        .min()
        .orElse(0);
  }

  private static List<Incident> oneAfterAnother(List<Incident> found) {
    List<Incident> inOrder = new ArrayList<>(found);
    inOrder.sort(Comparator.comparingLong(Merged::time).thenComparing(TOLD));
    Map<Denied, Open> open = new HashMap<>();
    List<Incident> all = new ArrayList<>();
    for (Incident i : inOrder) {
      Optional<Denied> denied = denied(i);
      Optional<Open> before =
          denied
              .flatMap(d -> Optional.ofNullable(open.get(d)))
              .filter(o -> time(i) - o.last() <= APART);
      int at = before.map(Open::at).orElse(all.size());
      if (before.isPresent()) {
        all.set(at, both(all.get(at), i));
      } else {
        all.add(i);
      }
      denied.ifPresent(d -> open.put(d, new Open(at, time(i))));
    }
    return all;
  }

  /**
   * Empty where it is explained or worked before, or no denial that was looked into for the moment
   * alone.
   */
  private static Optional<Denied> denied(Incident incident) {
    boolean alone =
        incident.target().why() == Target.Why.MOMENT
            && incident.cause() instanceof Cause.Unknown
            && incident.suspects().isEmpty()
            && incident.lastSuccess().isEmpty();
    return incident
        .first()
        .filter(e -> alone && CodeFamily.of(e.code()) == CodeFamily.DENIED)
        .filter(e -> !e.principal().isEmpty())
        .map(e -> new Denied(e.account(), e.principal(), reason(incident)));
  }

  /** What AWS says refused it, without the action and the resource. */
  private static Reason reason(Incident incident) {
    Denial said =
        EventRequest.denial(
                new TrailEvent(
                    Map.of("errorMessage", incident.message()),
                    Map.of(),
                    new Source(incident.first().map(Event::file).orElse(""), 1)))
            .orElse(Denial.SILENT);
    return new Reason(said.kind(), said.policyType(), said.policyArn(), said.setting());
  }

  private static long time(Incident incident) {
    return incident.first().map(Event::time).orElse(incident.target().from());
  }

  private static Incident both(Incident a, Incident b) {
    List<Target> targets = new ArrayList<>(a.targets());
    targets.addAll(b.targets());
    targets.sort(Target.ORDER);
    return new Incident(
        List.copyOf(targets),
        a.first(),
        a.message(),
        a.lastSuccess(),
        a.cause(),
        a.suspects(),
        a.others().and(0, b.others().areAll()),
        a.unrelated());
  }
}
