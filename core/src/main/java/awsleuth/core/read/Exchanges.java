package awsleuth.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The requests and answers that botocore's debug log tells of, each completing the failure that is
 * printed after it (botocore-facts §12, items 5 to 10).
 */
final class Exchanges {

  /** What can go wrong with an answer after its status has come. */
  private static final Set<String> AFTER_THE_STATUS =
      Set.of(
          "ChecksumError",
          "ChecksumMismatch",
          "ConnectionClosedError",
          "DuplicateHeader",
          "FlexibleChecksumError",
          "IncompleteReadError",
          "InvalidHeadersLength",
          "InvalidPayloadLength",
          "PaginationError",
          "ReadTimeoutError",
          "ResponseParserError",
          "ResponseStreamingError",
          "RetriesExceededError",
          "S3DownloadFailedError",
          "S3ValidationError");

  /** One request, the last of its retries; empty means that the log does not tell. */
  static final class Exchange {
    final int position;
    final String operation;
    String url;
    String region;
    String requestId = "";
    OptionalInt status = OptionalInt.empty();

    Exchange(int position, String operation, String url, String region) {
      this.position = position;
      this.operation = operation;
      this.url = url;
      this.region = region;
    }
  }

  private final List<Exchange> made = new ArrayList<>();

  /** Begins the request that the line {@code Making request for OperationModel(…)} announces. */
  void begin(int position, String operation, String line) {
    made.add(
        new Exchange(
            position, operation, value(line, "'url': "), value(line, "'client_region': ")));
  }

  /** Notes the answer's status. A retry's answer replaces the one before. */
  void answered(OptionalInt status) {
    if (!made.isEmpty()) {
      made.getLast().status = status;
      made.getLast().requestId = "";
    }
  }

  /** Notes the answer's request id, where its headers have one. */
  void identified(String requestId) {
    if (!made.isEmpty() && !requestId.isEmpty()) {
      made.getLast().requestId = requestId;
    }
  }

  /** Fills what failures do not tell from the requests before them. */
  void complete(List<Sighting> sightings) {
    if (made.isEmpty()) {
      return;
    }
    for (Sighting s : sightings) {
      Exchange e = before(s);
      if (e != null) {
        fill(s, e);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Exchange before(Sighting s) {
    for (int i = made.size() - 1; i >= 0; i--) {
      Exchange e = made.get(i);
      boolean cleaningUp = e.operation.equals("AbortMultipartUpload");
      boolean fits = s.operation.isEmpty() ? !cleaningUp : s.operation.equals(e.operation);
      if (fits && e.position < s.position) {
        return s.operation.isEmpty() && !accountsFor(e, s) ? null : e;
      }
    }
    return null;
  }

  /** Whether a failure that names no operation can be this request's. */
  private static boolean accountsFor(Exchange e, Sighting s) {
    boolean succeeded = e.status.isPresent() && e.status.getAsInt() < 300;
    return !succeeded || AFTER_THE_STATUS.contains(s.exception);
  }

  private static void fill(Sighting s, Exchange e) {
    s.operation = e.operation;
    s.endpoint = s.endpoint.isEmpty() ? e.url : s.endpoint;
    s.region = s.region.isEmpty() && !e.region.equals("aws-global") ? e.region : s.region;
    s.status = s.status.isPresent() ? s.status : e.status;
    s.requestId = s.requestId.isEmpty() ? e.requestId : s.requestId;
  }

  private static String value(String line, String key) {
    return BodyReader.stringAfter(line, key, '\'');
  }
}
