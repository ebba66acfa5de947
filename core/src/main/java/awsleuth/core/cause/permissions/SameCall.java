package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.SameParameters;
import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows a refused call again among the events of a trail. */
final class SameCall {

  /** What an event tells of where a call came from, on which conditions of policies mostly are. */
  private static final List<String> ORIGIN =
      List.of(
          "sourceIPAddress",
          "vpcEndpointId",
          "userIdentity.sessionContext.attributes.mfaAuthenticated");

  /** What is another for each call, and never again what it was. */
  private static final Set<String> CLOCK = Set.of("aws:currenttime", "aws:epochtime");

  private SameCall() {}

  /** Whether an event is of the same caller, operation, Region and resource. */
  static boolean is(TrailEvent event, TrailEvent refused, Access access) {
    return isOfSame(event, refused)
        && event.field("awsRegion").equals(refused.field("awsRegion"))
        && !access.resource().isEmpty()
        && EventRequest.resource(event, access.action()).equals(access.resource());
  }

  /** Whether it is that, or asks for the same, be the resource told by another name. */
  static boolean isRepeated(TrailEvent event, TrailEvent refused, Access access) {
    return is(event, refused, access)
        || (isOfSame(event, refused) && SameParameters.areOf(event, refused));
  }

  private static boolean isOfSame(TrailEvent event, TrailEvent refused) {
    return event.eventName().equals(refused.eventName())
        && event.eventSource().equals(refused.eventSource())
        && Principals.isSame(event.principal(), refused.principal());
  }

  /**
   * What makes another request of an event which is of the same caller, operation and resource, so
   * that its success says nothing of the refused one: a context key that the policies look at which
   * refuse the call; where these are not known, or the events do not tell the key, a field that
   * tells where the call came from. Empty where that is nothing.
   */
  static Optional<String> difference(TrailEvent event, TrailEvent refused, Facts facts) {
    Optional<PolicySet> deciding =
        Simulated.of(facts).filter(s -> s.decision().denied()).map(Simulated::set);
    if (deciding.isEmpty()) {
      return origin(event, refused);
    }
    Context one = EventRequest.of(event, facts.catalog()).context();
    Context other = EventRequest.of(refused, facts.catalog()).context();
    return keys(deciding.get())
        .filter(key -> !one.get(key).equals(other.get(key)))
        .findFirst()
        .or(() ->
            keys(deciding.get()).anyMatch(key -> one.get(key) instanceof ContextValue.Unknown)
                ? origin(event, refused)
                : Optional.empty());
  }

  private static Stream<String> keys(PolicySet set) {
    return ConditionKeys.of(set).filter(key -> !CLOCK.contains(key.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> origin(TrailEvent event, TrailEvent refused) {
    return ORIGIN.stream()
        .filter(field -> !event.field(field).equals(refused.field(field)))
        .map(field -> field.substring(field.lastIndexOf('.') + 1))
        .findFirst();
  }
}
