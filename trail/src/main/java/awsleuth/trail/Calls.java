package awsleuth.trail;

import java.util.Comparator;

/**
 * Calls of one operation by one principal.
 *
 * @param source {@code eventSource}; empty where what it stands for was brought together
 * @param name {@code eventName}; likewise
 * @param principal the role's or user's ARN, as {@link Event#principal} has it; likewise
 */
public record Calls(String source, String name, String principal)
    implements Comparable<Calls>, Drawn.Numbered {

  private static final Comparator<Calls> ORDER =
      Comparator.comparing(Calls::source)
          .thenComparing(Calls::name)
          .thenComparing(Calls::principal);

  /** Those that an event is one of. */
  public static Calls of(Event event) {
    return new Calls(event.source(), event.name(), event.principal());
  }

  @Override
  public long number() {
    return Fnv.hash(String.join("\n", source, name, principal));
  }

  /** By service, operation and principal. */
  @Override
  public int compareTo(Calls other) {
    return ORDER.compare(this, other);
  }

  /** How many characters it has. */
  public int length() {
    return source.length() + name.length() + principal.length();
  }

  /** The first label of {@link #source}, such as {@code s3}. */
  public String service() {
    int dot = source.indexOf('.');
    return dot < 0 ? source : source.substring(0, dot);
  }
}
