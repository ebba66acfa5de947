package awsleuth.boto.credentials;

/** What is at a path. */
public sealed interface Content {

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Bytes(byte[] bytes) implements Content {}

  /** Nothing. */
  record Nothing() implements Content {}

  /** A directory. */
  record Directory() implements Content {}

  /** Something that may not be read. */
  record Forbidden() implements Content {}
}
