package awsleuth.iam.repair;

import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What else a change allows, in words, and how much that is. */
final class Widened {

  private static final int MOST_EXAMPLES = 3;
  private static final long REQUESTS = 1_000;
  private static final long PRINCIPALS = 1_000_000;
  private static final int MOST_SERVICES = 4;
  private static final int MOST_NAMED = 3;
  private static final long SERVICES = 100 * REQUESTS;
  private static final long ALL_SERVICES = 20 * PRINCIPALS;

  private final List<String> words = new ArrayList<>();
  private final List<Proof.Line> lines = new ArrayList<>();
  private long breadth;

  /** Other actions by the same principal on the same resource. */
  void actions(String said, int count) {
    opened(said, count);
    breadth += count;
  }

  /** Requests of the same principal on other resources or in another context. */
  void requests(String said) {
    opened(said, 1);
    breadth += REQUESTS;
  }

  /** Requests of the same principal on so many kinds of other resources. */
  void resources(String said, int kinds) {
    opened(said, 1);
    breadth += REQUESTS * kinds;
  }

  /** Requests of others. */
  void principals(String said, int count) {
    opened(said, 1);
    breadth += PRINCIPALS * count;
  }

  /** Neighbouring requests that were denied and still are. */
  void kept(String said, List<Request> asked) {
    List<Proof.Asked> examples = asked.stream().limit(MOST_EXAMPLES).map(Proof.Asked::of).toList();
    lines.add(new Proof.Line(Proof.Part.STILL_DENIED, said, asked.size(), examples));
  }

  /** Another principal that was denied and still is, whatever its own policies are. */
  void keptOut(String said) {
    lines.add(new Proof.Line(Proof.Part.STILL_DENIED, said, 1, List.of()));
  }

  /** The request by others who were allowed it and are not any more. */
  void lost(String said, int count) {
    lines.add(new Proof.Line(Proof.Part.LOST, said, count, List.of()));
  }

  private void opened(String said, int count) {
    Proof.Line line = new Proof.Line(Proof.Part.OPENED, said, count, List.of());
    if (!lines.contains(line)) { // the like of two policies is said once
      words.add(said);
      lines.add(line);
    }
  }

  /** The neighbouring requests as they were decided. */
  List<Proof.Line> lines() {
    return List.copyOf(lines);
  }

  /**
   * What a changed statement is about of other services.
   *
   * @param services their prefixes; the empty text stands for all
   */
  void services(boolean denies, Set<String> services, String limit) {
    if (services.isEmpty()) {
      return;
    }
    boolean all = services.contains("");
    String what = "what else the statement " + (denies ? "denies" : "allows") + ", of ";
    opened(what + (all ? "all services" : named(services)) + limit, 1);
    breadth += all ? ALL_SERVICES : SERVICES * services.size();
  }

  private static String named(Set<String> services) {
    int left = services.size() - MOST_SERVICES;
    return services.stream()
            .limit(MOST_SERVICES)
            .map(s -> "`" + s + "`")
            .collect(Collectors.joining(", "))
        + (left > 0 ? " and " + left + (left == 1 ? " more service" : " more services") : "");
  }

  /**
   * Actions by the same principal on what other patterns of a changed statement match.
   *
   * @param actions one or two, where there are more, by pattern
   */
  void patterns(Map<String, Set<String>> actions) {
    actions.entrySet().stream()
        .limit(MOST_NAMED)
        .forEach(e -> requests(first(e.getValue()) + " on `" + e.getKey() + "`"));
    int left = actions.size() - MOST_NAMED;
    if (left > 0) {
      requests("the like on " + left + (left == 1 ? " more resource" : " more resources"));
    }
  }

  /** Actions by the same principal that cannot be about the resource: one or two, or none. */
  void otherKinds(List<String> actions) {
    if (!actions.isEmpty()) {
      requests(first(actions) + " on resources of another kind");
    }
  }

  private static String first(Collection<String> actions) {
    return "`" + actions.iterator().next() + "`" + (actions.size() > 1 ? " and other actions" : "");
  }

  List<String> words() {
    return List.copyOf(words);
  }

  /** The less, the narrower: whom it opens for counts before what, and that before how. */
  long breadth() {
    return breadth;
  }
}
