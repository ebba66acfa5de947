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
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the failed calls that the log of a program tells, as far as they are told: without who
 * called, and without a time where none stands there, or none whose zone is known.
 */
final class Logs {

  private Logs() {}

  /**
   * Reads to the end. A failed call is given as often as it was seen; the record is that of no
   * event: what the call's exception would print.
   *
   * @param zone of times that have none; empty where it is not known
   * @throws IOException where the stream cannot be read
   */
  static void read(String file, ByteSource in, Optional<ZoneId> zone, Sink sink, Tally tally)
      throws IOException {
    Readable readable = new Readable(in);
    LogTimes times = new LogTimes(zone);
    Streamed read = Readers.readStream(file, readable, AwsCatalog.embedded(), times);
    for (Failure failure : read.failures()) {
      FailedCall call = failure.call();
      RecordText record = RecordText.of(printed(call), file, call.source().line());
      int left = failure.count();
      for (Map.Entry<Long, Integer> e : times.of(failure).entrySet()) {
        for (int i = 0; i < e.getValue() && left > 0; i++, left--) {
          sink.accept(event(call, e.getKey(), file, tally.events++), record);
        }
      }
      for (int i = 0; i < left; i++) {
        sink.accept(event(call, Event.UNKNOWN_TIME, file, tally.events++), record);
      }
    }
    tally.leftOut(read.leftOut());
    readable.rethrow();
  }

  /** A stream as far as it can be read, so that what comes before a failure is told. */
  private static final class Readable implements ByteSource {

    private final ByteSource in;
    private @Nullable IOException failure;

    Readable(ByteSource in) {
      this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      try {
        return failure == null ? in.read(buffer, offset, length) : -1;
      } catch (IOException e) {
        failure = e;
        return -1;
      }
    }

    void rethrow() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
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

  private static Event event(FailedCall call, long time, String file, long record) {
    return new Event(
        time,
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
