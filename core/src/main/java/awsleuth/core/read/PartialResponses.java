package awsleuth.core.read;

import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.text.ClassNames;

/**
 * Knows the responses of calls for many things at once that succeed as a whole and tell of each
 * thing that failed: {@code DeleteObjects}, the batches of SQS and SNS, {@code PutEvents}, {@code
 * PutRecords}, {@code PutRecordBatch}.
 */
final class PartialResponses {

  private static final int LONGEST_NAME = 24;

  private PartialResponses() {}

  /** Whether an object of JSON is such a response in which something failed. */
  static boolean isOne(JsonValue.Members m) {
    return has(m, "Errors", "Code")
        || has(m, "Failed", "Code")
        || has(m, "Entries", "ErrorCode")
        || has(m, "FailedEntries", "ErrorCode")
        || has(m, "Records", "ErrorCode")
        || has(m, "RequestResponses", "ErrorCode");
  }

  private static boolean has(JsonValue.Members m, String list, String code) {
    if (m.get(list) instanceof JsonValue.Elements entries) {
      for (JsonValue entry : entries.values()) {
        if (entry instanceof JsonValue.Members e && !e.text(code).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The name of the list that an entry with a {@code Code} is in, {@code Errors} or {@code Failed};
   * empty where it is in neither.
   *
   * @param before what stands before the code's value, as far as it is near
   */
  static String list(String before) {
    int depth = 0;
    for (int i = before.length() - 1; i > 0; i--) {
      char c = before.charAt(i);
      depth += c == ']' ? 1 : c == '[' ? -1 : 0;
      if (depth < 0) {
        String name = name(before.substring(Math.max(0, i - LONGEST_NAME), i));
        boolean known = name.equals("Errors") || name.equals("Failed");
        return known && before.lastIndexOf('{') > i ? name : "";
      }
    }
    return "";
  }

  /** The quoted name before a list's bracket. */
  private static String name(String lead) {
    String bare = lead.strip();
    if (!bare.endsWith(":")) {
      return "";
    }
    return ClassNames.simple(
        ClassNames.endingAt(
            bare, bare.substring(0, bare.length() - 1).stripTrailing().length() - 1));
  }

  /** Names the call, where the entry has the members that one operation's alone have. */
  static void complete(Sighting s, String list, String before, String after) {
    String near = before + after;
    if (list.equals("Errors") && near.contains("Key")) {
      call(s, "s3", "DeleteObjects");
    } else if (list.equals("Failed") && near.contains("SenderFault")) {
      call(s, near.contains("MD5OfMessage") ? "sqs" : s.service, "");
    } else if (near.contains("FailedEntryCount") && near.contains("TargetId")) {
      call(s, "events", "PutTargets");
    } else if (near.contains("FailedEntryCount")) {
      call(s, "events", "PutEvents");
    } else if (near.contains("FailedPutCount")) {
      call(s, "firehose", "PutRecordBatch");
    } else if (near.contains("FailedRecordCount")) {
      call(s, "kinesis", "PutRecords");
    }
  }

  private static void call(Sighting s, String service, String operation) {
    s.service = s.service.isEmpty() ? service : s.service;
    s.operation = s.operation.isEmpty() ? operation : s.operation;
  }
}
