package awsleuth.trail.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import awsleuth.core.read.Streamed;
import awsleuth.core.scan.Stretches.ByteSource;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.io.IOException;

/**
 * Reads the failed calls that the log of a program tells, as far as they are told: without a time,
 * without who called.
 */
final class Logs {

  private Logs() {}

  /**
   * Reads to the end. A failed call is given as often as it was seen; the record is that of no
   * event: what the call's exception would print.
   *
   * @throws IOException where the stream cannot be read
   */
  static void read(String file, ByteSource in, Sink sink, Tally tally) throws IOException {
    Streamed read = Readers.readStream(file, in, AwsCatalog.embedded());
    for (Failure failure : read.failures()) {
      FailedCall call = failure.call();
      RecordText record = RecordText.of(printed(call), file, call.source().line());
      for (int i = 0; i < failure.count(); i++) {
        sink.accept(event(call, file, tally.events++), record);
      }
    }
    tally.leftOut(read.leftOut());
  }

  /** As botocore prints it (botocore/exceptions.py). */
  private static String printed(FailedCall call) {
    String exception = call.exception().isEmpty() ? "ClientError" : call.exception();
    return call.code().isEmpty() || call.operation().isEmpty()
        ? exception + ": " + call.message()
        : exception
            + ": An error occurred ("
            + call.code()
            + ") when calling the "
            + call.operation()
            + " operation: "
            + call.message();
  }

  private static Event event(FailedCall call, String file, long record) {
    return new Event(
        Event.UNKNOWN_TIME,
        call.service(),
        call.operation(),
        call.region(),
        "",
        "",
        "",
        "",
        call.code().isEmpty() ? call.exception() : EventMaker.code(call.code()),
        call.message(),
        call.requestId(),
        "",
        file,
        record);
  }
}
