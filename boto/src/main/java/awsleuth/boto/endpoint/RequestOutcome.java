package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;

/** What making the request of a call gave. */
public sealed interface RequestOutcome {

  /**
   * A request.
   *
   * @param url the whole of it; {@code <uuid>}, {@code <masked>} and {@code <date>} stand for what
   *     is new in every call
   */
  record Request(String url, Signing signing) implements RequestOutcome {}

  /** botocore raises. */
  record Refused(Raised raised) implements RequestOutcome {}
}
