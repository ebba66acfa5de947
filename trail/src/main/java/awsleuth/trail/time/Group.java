package awsleuth.trail.time;

import java.util.Comparator;

/**
 * Calls that fail in the same way.
 *
 * @param calls which calls
 * @param code the error code that they fail with
 */
public record Group(Calls calls, String code) {

  /** By service, operation, principal and code. */
  public static final Comparator<Group> ORDER =
      Comparator.comparing(Group::calls, Calls.ORDER).thenComparing(Group::code);

  /**
   * Calls of one operation by one principal.
   *
   * @param source {@code eventSource}
   * @param name {@code eventName}
   * @param principal the role's or user's ARN
   */
  public record Calls(String source, String name, String principal) {

    /** By service, operation and principal. */
    public static final Comparator<Calls> ORDER =
        Comparator.comparing(Calls::source)
            .thenComparing(Calls::name)
            .thenComparing(Calls::principal);
  }

  /** {@code s3 ListObjects}. */
  public String operation() {
    int dot = calls.source().indexOf('.');
    return (dot < 0 ? calls.source() : calls.source().substring(0, dot)) + " " + calls.name();
  }
}
