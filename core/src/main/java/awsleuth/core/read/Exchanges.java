package awsleuth.core.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    final String url;
    final String region;
    String requestId = "";
    OptionalInt status = OptionalInt.empty();

    Exchange(int position, String operation, String url, String region) {
      this.position = position;
      this.operation = operation;
      this.url = url;
      this.region = region;
    }
  }

  private final Map<String, TreeMap<Integer, Exchange>> byOperation = new HashMap<>();
  private @Nullable Exchange latest;

  /** Begins the request that the line {@code Making request for OperationModel(…)} announces. */
  void begin(int position, String operation, String line) {
    Exchange e =
        new Exchange(position, operation, value(line, "'url': "), value(line, "'client_region': "));
    keep(operation, e);
    if (!operation.equals("AbortMultipartUpload")) { // a clean-up, not what the program died of
      keep("", e);
    }
    latest = e;
  }

  /** Begins the request that {@code Sending http request} tells of where nothing announced it. */
  void sent(int position, String operation, String url) {
    if (latest == null || !latest.operation.equals(operation)) {
      Exchange e = new Exchange(position, operation, url, "");
      keep(operation, e);
      keep("", e);
      latest = e;
    }
  }

  private void keep(String operation, Exchange e) {
    byOperation.computeIfAbsent(operation, o -> new TreeMap<>()).put(e.position, e);
  }

  /** Notes the answer's status. A retry's answer replaces the one before. */
  void answered(OptionalInt status) {
    if (latest != null) {
      latest.status = status;
      latest.requestId = "";
    }
  }

  /** Notes the answer's request id, where its headers have one. */
  void identified(String requestId) {
    if (latest != null && !requestId.isEmpty()) {
      latest.requestId = requestId;
    }
  }

  /** Fills what failures do not tell from the requests before them. */
  void complete(List<Sighting> sightings) {
    for (Sighting s : sightings) {
      Exchange e = before(s);
      if (e != null) {
        fill(s, e);
      }
    }
  }

  private @Nullable Exchange before(Sighting s) {
    TreeMap<Integer, Exchange> among = byOperation.get(s.operation);
    Map.Entry<Integer, Exchange> last = among == null ? null : among.lowerEntry(s.position);
    if (last == null || (s.operation.isEmpty() && !accountsFor(last.getValue(), s))) {
      return null;
    }
    return last.getValue();
  }

  /** Whether an exception is of an answer that had begun well: no service's code is of it. */
  static boolean isAfterTheStatus(String exception) {
    return AFTER_THE_STATUS.contains(exception);
  }

  /** Whether a failure that names no operation can be this request's. */
  private static boolean accountsFor(Exchange e, Sighting s) {
    boolean succeeded = e.status.isPresent() && e.status.getAsInt() < 300;
    return !succeeded || isAfterTheStatus(s.exception);
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
