package awsleuth.core.evidence;

import java.util.Map;

/**
 * A CloudTrail event. A field that the event does not have is empty.
 *
 * @param fields every scalar of the event by its dotted path, such as {@code
 *     userIdentity.sessionContext.sessionIssuer.arn}, {@code requestParameters.bucketName}; list
 *     elements by index ({@code resources.0.ARN}); secrets are left out
 * @param source the line where the event begins
 */
public record TrailEvent(Map<String, String> fields, Source source) implements Evidence {

  /** The field at a dotted path; empty where the event does not have it. */
  public String field(String path) {
    return fields.getOrDefault(path, "");
  }

  /** {@code eventTime} as written (ISO 8601, UTC). */
  public String time() {
    return field("eventTime");
  }

  /** {@code eventSource}, such as {@code s3.amazonaws.com}. */
  public String eventSource() {
    return field("eventSource");
  }

  /** {@code eventName}: most often, not always, the operation's name. */
  public String eventName() {
    return field("eventName");
  }

  /** {@code errorCode}; empty where the call succeeded. */
  public String errorCode() {
    return field("errorCode");
  }

  /** {@code userIdentity.arn} of the caller. */
  public String principal() {
    return field("userIdentity.arn");
  }
}
