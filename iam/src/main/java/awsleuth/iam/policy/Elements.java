package awsleuth.iam.policy;

import java.util.List;

/**
 * The patterns of an Action, NotAction, Resource or NotResource element.
 *
 * @param negated whether it is the Not form
 * @param values in order; empty where the list is empty or the statement has no such element
 * @param at the whole value; the statement's place where it has no such element
 * @param present whether the statement has the element
 */
public record Elements(boolean negated, List<Located> values, Position at, boolean present) {

  /** What a statement without the element has. */
  static Elements none(Position at) {
    return new Elements(false, List.of(), at, false);
  }
}
