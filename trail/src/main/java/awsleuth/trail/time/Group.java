package awsleuth.trail.time;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;

/**
 * Calls that fail in the same way.
 *
 * @param calls which calls
 * @param code the error code that they fail with
 */
public record Group(Calls calls, String code) implements Serializable {

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
  public record Calls(String source, String name, String principal) implements Serializable {

    /** By service, operation and principal. */
    public static final Comparator<Calls> ORDER =
        Comparator.comparing(Calls::source)
            .thenComparing(Calls::name)
            .thenComparing(Calls::principal);
  }

  /** Six digits and letters that stand for the group on a command line. */
  public String id() {
    long mixed = 0xcbf29ce484222325L;
    String all = String.join("\n", calls.source(), calls.name(), calls.principal(), code);
    for (int i = 0; i < all.length(); i++) {
      mixed = (mixed ^ all.charAt(i)) * 0x100000001b3L;
    }
    return String.format(Locale.ROOT, "%06x", (mixed ^ (mixed >>> 32)) & 0xffffff);
  }

  /** {@code s3 ListObjects}. */
  public String operation() {
    int dot = calls.source().indexOf('.');
    return (dot < 0 ? calls.source() : calls.source().substring(0, dot)) + " " + calls.name();
  }
}
