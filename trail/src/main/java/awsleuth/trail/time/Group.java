package awsleuth.trail.time;

import awsleuth.trail.Calls;
import awsleuth.trail.Drawn;
import awsleuth.trail.Fnv;
import java.util.Comparator;
import java.util.Locale;

/**
 * Calls that fail in the same way.
 *
 * @param calls which calls
 * @param code the error code that they fail with
 */
public record Group(Calls calls, String code) implements Comparable<Group>, Drawn.Numbered {

  /** By service, operation, principal and code. */
  public static final Comparator<Group> ORDER =
      Comparator.comparing(Group::calls).thenComparing(Group::code);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }

  @Override
  public long number() {
    return Fnv.hash(String.join("\n", calls.source(), calls.name(), calls.principal(), code));
  }

  /** Six digits and letters that stand for the group on a command line. */
  public String id() {
    long mixed = number();
    return String.format(Locale.ROOT, "%06x", (mixed ^ (mixed >>> 32)) & 0xffffff);
  }

  /** {@code s3 ListObjects}. */
  public String operation() {
    return calls.service() + " " + calls.name();
  }
}
