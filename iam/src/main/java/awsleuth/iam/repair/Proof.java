package awsleuth.iam.repair;

import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What deciding the same requests by the policies before and after a change shows.
 *
 * @param deniedBy what denied the request before
 * @param lines the request itself first, then those beside it
 * @param dependsOn what the decision after the change rests on beside the policies, in words: a
 *     context key and what its value must be; empty where it rests on nothing else
 */
public record Proof(List<Denier> deniedBy, List<Line> lines, List<String> dependsOn) {

  /**
   * Whether the request is allowed after the change whatever is not known, and nothing that was
   * allowed is denied after it. What else the change allows is for people to judge.
   */
  public boolean holds() {
    return dependsOn.isEmpty() && lines.stream().noneMatch(l -> l.part() == Part.LOST);
  }

  /**
   * The same where values of context keys were taken for granted, which no evidence tells.
   *
   * @param values by key
   */
  public Proof assuming(Map<String, String> values) {
    List<String> open = new ArrayList<>(dependsOn);
    values.forEach((key, value) -> open.add("`" + key + "` is `" + value + "`"));
    return new Proof(deniedBy, lines, List.copyOf(open));
  }

  /** What was decided on, and how before and after. */
  public enum Part {
    /** The request that was denied. */
    REQUEST(false, true),
    /** Requests that were allowed and still are. */
    STILL_ALLOWED(true, true),
    /** Requests that were allowed and are not any more. */
    LOST(true, false),
    /** Neighbouring requests that were denied and still are. */
    STILL_DENIED(false, false),
    /** Neighbouring requests that the change allows too. */
    OPENED(false, true);

    private final boolean before;
    private final boolean after;

    Part(boolean before, boolean after) {
      this.before = before;
      this.after = after;
    }

    /** {@code allowed} or {@code denied}: what it came to before the change. */
    public String before() {
      return before ? "allowed" : "denied";
    }

    /** {@code allowed} or {@code denied}: what it comes to after the change. */
    public String after() {
      return after ? "allowed" : "denied";
    }
  }

  /**
   * Requests that were decided alike.
   *
   * @param what which, in words; for requests that the evidence has, where it has them
   * @param count how many
   */
  public record Line(Part part, String what, int count) {}

  /**
   * A statement that denied the request, or a type of policy of which none allowed it.
   *
   * @param words such as {@code Sid `OfficeOnly` denies it}
   * @param file the name of the policy's file; empty where none is to blame
   * @param line the statement's line in it, from 1; empty where none is to blame
   */
  public record Denier(String words, String file, Optional<Integer> line) {}

  /**
   * A request of the past that was allowed.
   *
   * @param place where the evidence has it, such as {@code trail.json:12}
   */
  public record Witness(String place, Request request) {}
}
