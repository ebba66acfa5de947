package awsleuth.iam.repair;

import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What deciding the same requests by the policies before and after a change shows; or deciding the
 * refused request as it was and with other context keys, by the same policies.
 *
 * @param deniedBy what denied the request before
 * @param lines the request itself first, then those beside it
 * @param dependsOn what the decision after the change rests on beside the policies, in words: a
 *     context key and what its value must be; empty where it rests on nothing else
 * @param supposes what was taken for granted and nothing tells, in words that follow "supposes
 *     that"
 * @param documents all policies that were given, also those that do not change; empty where they
 *     are too long to be kept
 * @param ofCall whether the call changes and no policy does, so that the request in the first of
 *     the lines is the changed one
 */
public record Proof(
    List<Denier> deniedBy,
    List<Line> lines,
    List<String> dependsOn,
    List<String> supposes,
    List<Document> documents,
    boolean ofCall) {

  /**
   * Whether the policies given allow the request after the change whatever context keys are not
   * known, and deny nothing of what was allowed. What else the change allows, and what the decision
   * supposes, is for people to judge.
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
    return new Proof(deniedBy, lines, List.copyOf(open), supposes, documents, ofCall);
  }

  /** The same where it rests on something else too. */
  public Proof onlyWhere(String words) {
    List<String> open = new ArrayList<>(dependsOn);
    open.add(words);
    return new Proof(deniedBy, lines, List.copyOf(open), supposes, documents, ofCall);
  }

  /** The same where this was taken for granted. */
  public Proof supposing(List<String> words) {
    return new Proof(deniedBy, lines, dependsOn, List.copyOf(words), documents, ofCall);
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
   * @param examples some of them, each decided so by the documents alone; empty where other
   *     policies were taken into the decision
   */
  public record Line(Part part, String what, int count, List<Asked> examples) {}

  /**
   * A policy before and after the change.
   *
   * @param name its file, or what else names it; a new one is called {@code new policy}
   * @param level the level of the organization that it is attached to, the root's first among the
   *     documents; empty where nothing tells, and for other types
   * @param before its file's text, the document alone where the file has others; empty where the
   *     policy is new
   * @param after the same
   */
  public record Document(PolicyType type, String name, String level, String before, String after) {}

  /**
   * A request that can be decided again.
   *
   * @param owner the account that owns the resource; empty where nothing tells
   * @param context the values of those keys that are known and in the request
   * @param absent the keys that are known not to be in it
   * @param complete whether it has no other keys
   */
  public record Asked(
      String principal,
      String action,
      String resource,
      String owner,
      SortedMap<String, ContextValue.Present> context,
      List<String> absent,
      boolean complete) {

    /** The same request in texts. */
    static Asked of(Request r) {
      SortedMap<String, ContextValue.Present> context = new TreeMap<>();
      List<String> absent = new ArrayList<>();
      r.context()
          .values()
          .forEach((key, value) -> {
            if (value instanceof ContextValue.Present p) {
              context.put(key, p);
            } else if (value instanceof ContextValue.Absent) {
              absent.add(key);
            }
          });
      return new Asked(
          r.principal().text(),
          r.action(),
          r.resource(),
          r.resourceAccount(),
          context,
          absent.stream().sorted().toList(),
          r.context().rest() instanceof ContextValue.Absent);
    }
  }

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
