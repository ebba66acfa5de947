package awsleuth.trail.incident;

import awsleuth.trail.Event;

/**
 * The last time that a call succeeded before it failed.
 *
 * @param event the event
 * @param isSure whether it was on the same resource for certain
 * @param resource the resource that it was on where that is another of the same bucket; else empty
 */
public record LastSuccess(Event event, boolean isSure, String resource) {

  /** {@code the same call succeeded, last at 2026-11-18T10:00:00Z}. */
  public String words() {
    String what =
        !resource.isEmpty()
            ? "the call succeeded on `" + resource + "`"
            : isSure ? "the same call succeeded" : "a call that may be the same succeeded";
    return what + ", last at " + Event.moment(event.time());
  }
}
