package awsleuth.core.conflict;

import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Set;

/**
 * Pieces of evidence that cannot all be true of one call.
 *
 * @param kind what they are about, by the name that the JSON has: {@code region}, {@code policy}
 * @param what they contradict each other in, in one line
 * @param says what each says, and where; two or more
 * @param taken what was made of it
 */
public record Conflict(String kind, String what, List<Citation> says, Taken taken) {

  /** What was made of a conflict. */
  public sealed interface Taken {

    /** Why, or what follows. */
    String words();

    /** One of them was taken; the words say which and why. */
    record One(String words) implements Taken {}

    /**
     * None was: what rests on them is only possible.
     *
     * @param artifacts by which claims are only possible
     * @param need what would settle it
     */
    record None(String words, Set<String> artifacts, Need need) implements Taken {}
  }
}
