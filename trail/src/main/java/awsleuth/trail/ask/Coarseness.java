package awsleuth.trail.ask;

import awsleuth.trail.Calls;

/**
 * What is no longer told apart, so that there are not too many groups. Each step brings together
 * groups of the one before it, so that what comes out does not depend on the order of the events.
 */
public enum Coarseness {
  /** Everything is told apart. */
  NOTHING(""),
  /** Denials by different policies are one. */
  REASONS("reasons of denials"),
  /** So are principals. */
  PRINCIPALS("reasons of denials and principals"),
  /** So are operations. */
  OPERATIONS("reasons of denials, principals and operations"),
  /** So are services. */
  SERVICES("reasons of denials, principals, operations and services"),
  /** So are error codes. */
  CODES("all failed calls");

  private final String together;

  Coarseness(String together) {
    this.together = together;
  }

  /** What is brought together, in words. */
  public String together() {
    return together;
  }

  /** The next step; the last is followed by itself. */
  Coarseness next() {
    return switch (this) {
      case NOTHING -> REASONS;
      case REASONS -> PRINCIPALS;
      case PRINCIPALS -> OPERATIONS;
      case OPERATIONS -> SERVICES;
      case SERVICES, CODES -> CODES;
    };
  }

  private boolean has(Coarseness step) {
    return compareTo(step) >= 0;
  }

  Calls of(Calls key) {
    return new Calls(
        has(SERVICES) ? "" : key.source(),
        has(OPERATIONS) ? "" : key.name(),
        has(PRINCIPALS) ? "" : key.principal());
  }

  FailureKey of(FailureKey key) {
    Calls calls = of(key.calls());
    return new FailureKey(
        calls.source(),
        calls.name(),
        calls.principal(),
        has(CODES) ? "" : key.code(),
        has(REASONS) ? "" : key.why());
  }
}
