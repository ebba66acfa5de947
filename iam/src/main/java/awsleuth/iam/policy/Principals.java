package awsleuth.iam.policy;

import java.util.List;

/**
 * A Principal or NotPrincipal element (IAM user guide, "AWS JSON policy elements: Principal").
 *
 * @param negated whether it is NotPrincipal
 * @param entries in order; empty where the statement has no such element
 * @param at the whole value; the statement's place where it has no such element
 * @param present whether the statement has the element
 */
public record Principals(boolean negated, List<Entry> entries, Position at, boolean present) {

  /** How an entry names principals. */
  public enum Kind {
    /** {@code "*"} or {@code {"AWS": "*"}}. */
    EVERYONE,
    AWS,
    SERVICE,
    FEDERATED,
    CANONICAL_USER
  }

  /**
   * One named principal.
   *
   * @param kind how it is named
   * @param value the text and its place
   */
  public record Entry(Kind kind, Located value) {}

  /** What a statement without the element has. */
  static Principals none(Position at) {
    return new Principals(false, List.of(), at, false);
  }
}
