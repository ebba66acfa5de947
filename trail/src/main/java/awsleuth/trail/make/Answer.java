package awsleuth.trail.make;

/**
 * What is planted, as it should be found.
 *
 * @param kind the kind
 * @param change the event ID of the change; empty for a kind that has none
 * @param changeTime when it was made, in milliseconds since 1970 UTC
 * @param changeName its {@code eventName}
 * @param actor the ARN of the role or user that made it; of a throttle storm who uses up the rate
 * @param principal the ARN of the role or user whose calls fail
 * @param source the {@code eventSource} of the calls
 * @param operation their {@code eventName}
 * @param code their {@code errorCode}
 * @param onset the first call that fails, in milliseconds since 1970 UTC
 * @param former whether the archive has the version that the document had before
 */
public record Answer(
    IncidentKind kind,
    String change,
    long changeTime,
    String changeName,
    String actor,
    String principal,
    String source,
    String operation,
    String code,
    long onset,
    boolean former) {}
