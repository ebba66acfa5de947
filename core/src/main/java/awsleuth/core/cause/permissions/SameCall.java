package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.EventRequest;

/** Knows a refused call again among the events of a trail. */
final class SameCall {

  private SameCall() {}

  /** Whether an event is of the same caller, operation and resource. */
  static boolean is(TrailEvent event, TrailEvent refused, Access access) {
    return event.eventName().equals(refused.eventName())
        && event.eventSource().equals(refused.eventSource())
        && Principals.isSame(event.principal(), refused.principal())
        && !access.resource().isEmpty()
        && EventRequest.resource(event, access.action()).equals(access.resource());
  }
}
