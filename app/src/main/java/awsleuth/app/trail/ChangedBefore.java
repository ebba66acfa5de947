package awsleuth.app.trail;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.ask.ById;
import awsleuth.trail.change.ChangesOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What failed calls had to do with, whose changes until the last of them are evidence: their
 * resources, and the role or user that called.
 *
 * @param names of these, as the parts of their ARNs have them
 * @param until the moment of the last call, in milliseconds since 1970 UTC
 */
record ChangedBefore(Set<String> names, long until) {

  private static final int MOST_NAMES = 1000;

  /** Of the failed calls among some events; empty where none tells a time and a name. */
  static Optional<ChangedBefore> of(Collection<ById.Match> matches) {
    Set<String> names = new TreeSet<>();
    long until = Event.UNKNOWN_TIME;
    for (ById.Match match : matches) {
      if (match.event().isFailed() && match.event().time() != Event.UNKNOWN_TIME) {
        until = Math.max(until, match.event().time());
        match.record().whole().ifPresent(e -> add(names, e));
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new ChangedBefore(names, until));
  }

  private static void add(Set<String> names, TrailEvent event) {
    EventRequest request = EventRequest.of(event, AwsCatalog.embedded());
    request.resources().values().forEach(arns -> arns.forEach(arn -> parts(names, arn)));
    told(event.field("errorMessage")).forEach(arn -> parts(names, arn));
    parts(names, event.principal());
    parts(names, event.field("userIdentity.sessionContext.sessionIssuer.arn"));
  }

  /** The ARNs in what AWS says: of some calls the event has no parameters. */
  private static List<String> told(String message) {
    return List.of(message.split("[ \"',;()\\[\\]]+")).stream()
        .filter(word -> word.startsWith("arn:"))
        .toList();
  }

  /** The first and the last part of the name in an ARN, and what names the role of a session. */
  private static void parts(Set<String> names, String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length == 6 && names.size() < MOST_NAMES) {
      List<String> path = List.of(parts[5].split("[/:]", -1));
      names.add(path.getFirst());
      names.add(path.getLast());
      names.add(path.size() > 1 ? path.get(1) : path.getLast());
      names.remove("");
    }
  }

  /**
   * The managed policies of the account that some changes attached: what they say is told by other
   * events. Empty where none was attached.
   */
  private Optional<ChangedBefore> attached(List<TrailEvent> changes) {
    Set<String> policies = new TreeSet<>();
    for (TrailEvent change : changes) {
      String arn = change.field("requestParameters.policyArn");
      boolean own = arn.startsWith("arn:") && !arn.contains("::aws:policy/");
      if (own && change.eventName().startsWith("Attach") && policies.size() < MOST_NAMES) {
        policies.add(arn.substring(arn.lastIndexOf('/') + 1));
      }
    }
    policies.removeAll(names);
    return policies.isEmpty() ? Optional.empty() : Optional.of(new ChangedBefore(policies, until));
  }

  /**
   * What tells the changes of something.
   *
   * @param <E> what it throws where it cannot
   */
  @FunctionalInterface
  interface Asker<E extends Exception> {

    /**
     * The changes.
     *
     * @param again whether it was asked before
     */
    ChangesOf ask(ChangedBefore what, boolean again) throws E;
  }

  /**
   * The changes, and those of policies that they attached.
   *
   * @throws E where what is asked cannot tell them
   */
  <E extends Exception> List<TrailEvent> changes(Asker<E> asker) throws E {
    List<TrailEvent> changes = new ArrayList<>(asker.ask(this, false).events());
    Optional<ChangedBefore> policies = attached(changes);
    if (policies.isPresent()) {
      changes.addAll(asker.ask(policies.get(), true).events());
    }
    return List.copyOf(changes);
  }

  /** The question for their changes. */
  ChangesOf question() {
    return new ChangesOf(names, until);
  }

  /** All events until then. */
  Filter filter() {
    return Filter.ALL.between(Long.MIN_VALUE, until + 1);
  }
}
