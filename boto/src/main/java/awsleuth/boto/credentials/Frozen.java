package awsleuth.boto.credentials;

import awsleuth.boto.Raised;

/** What the first call is signed with. */
public sealed interface Frozen {

  /** Keys: secrets. */
  record Signs(Keys keys) implements Frozen {}

  /** Getting them raises. */
  record Raises(Raised raised) implements Frozen {}

  /** It depends on an answer that is not known here. */
  record Open(Ask ask) implements Frozen {}

  /** There are no credentials. */
  record Nothing() implements Frozen {}
}
