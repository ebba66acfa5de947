package awsleuth.core.cause;

import awsleuth.core.fact.Facts;

/** A reason for which a call fails: a pure function of the facts. */
public interface Cause {

  /** {@code bucket/name}, which is also the page's name; for ever. */
  String id();

  /** The stage of the call's life at which the cause acts. */
  Stage stage();

  /** Says whether this cause accounts for the failed call; never throws for any evidence. */
  Outcome examine(Facts facts);
}
