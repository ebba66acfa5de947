package awsleuth.core.evidence;

import java.util.Map;

/**
 * A CloudTrail event. A field that the event does not have is empty.
 *
 * @param fields every scalar of the event by its dotted path, such as {@code
 *     userIdentity.sessionContext.sessionIssuer.arn}, {@code requestParameters.bucketName}; list
 *     elements by index ({@code resources.0.ARN}); secrets are left out
 * @param places where each of these stands; of an event that is text inside other JSON, where that
 *     text begins
 * @param source the line where the event begins
 */
public record TrailEvent(Map<String, String> fields, Map<String, Place> places, Source source)
    implements Evidence {

  /** The field at a dotted path; empty where the event does not have it. */
  public String field(String path) {
    return fields.getOrDefault(path, "");
  }

  /** The line of a field; that of the event where it does not have the field. */
  public Source at(String path) {
    Place place = places.get(path);
    return place == null ? source : new Source(source.artifact(), place.line());
  }

  /** The column of a field; 0 where the event does not have it. */
  public int column(String path) {
    Place place = places.get(path);
    return place == null ? 0 : place.column();
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

  /**
   * The name of the operation: Lambda's events have an API version behind it, such as {@code
   * CreateFunction20150331} and {@code AddPermission20150331v2}.
   */
  public String operation() {
    String name = eventName();
    int end = name.length();
    while (end > 0 && isOfVersion(name, end - 1)) {
      end--;
    }
    return name.length() - end >= 8 ? name.substring(0, end) : name;
  }

  private static boolean isOfVersion(String name, int at) {
    char c = name.charAt(at);
    return (c >= '0' && c <= '9') || (c == 'v' && at < name.length() - 1);
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
