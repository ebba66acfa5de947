package awsleuth.boto.request;

import awsleuth.boto.Raised;

/** What making the message of a call gave. */
public sealed interface MessageOutcome {

  /** It can be sent. */
  record Ready(Message message) implements MessageOutcome {}

  /** botocore raises. */
  record Refused(Raised raised) implements MessageOutcome {}

  /**
   * It has a form that is not written here: XML, streams, CBOR.
   *
   * @param why in a few words
   */
  record Beyond(String why) implements MessageOutcome {}
}
