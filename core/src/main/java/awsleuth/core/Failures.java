package awsleuth.core;

import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the failures of all artifacts together: the same one is counted once, the primary first.
 */
final class Failures {

  private Failures() {}

  /**
   * The failures among the evidence. The readers put each artifact's primary failure first; among
   * several artifacts the one with a traceback comes first, then the one most frequent in all of
   * them together. The order in which artifacts came does not matter. Calls that were seen to name
   * different things, such as two buckets, are different.
   */
  static List<Failure> inOrder(List<? extends Evidence> evidence) {
    NamedThings named = NamedThings.of(evidence);
    Map<String, List<Failure>> byArtifact = new java.util.TreeMap<>();
    for (Evidence e : evidence) {
      if (e instanceof Failure f) {
        byArtifact.computeIfAbsent(f.source().artifact(), a -> new ArrayList<>()).add(f);
      }
    }
    List<List<Failure>> lists = new ArrayList<>(byArtifact.values());
    lists.sort((a, b) -> weight(b.getFirst()) - weight(a.getFirst()));
    Map<String, Failure> merged = new LinkedHashMap<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<Failure> list : lists) {
        if (i < list.size()) {
          merged.merge(named.kind(list.get(i)), list.get(i), Failures::together);
        }
      }
    }
    List<Failure> order = new ArrayList<>(merged.values());
    boolean counted = order.size() < lists.stream().mapToInt(List::size).sum() || lists.size() > 1;
    if (counted && order.getFirst().frames().isEmpty()) {
      order.sort((a, b) -> b.count() - a.count());
    }
    return order;
  }

  private static int weight(Failure f) {
    return (f.frames().isEmpty() ? 0 : 1 << 20) + Math.min(f.count(), (1 << 20) - 1);
  }

  static Failure together(Failure a, Failure b) {
    return new Failure(
        a.call(), a.captures(), a.passages(), a.frames(), a.count() + b.count(), b.last());
  }
}
