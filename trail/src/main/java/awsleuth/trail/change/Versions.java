package awsleuth.trail.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The changes of one subject, in the order of time; the last before a moment is found at once. */
final class Versions {

  private final List<Change> holding = new ArrayList<>();
  private final List<Change> written = new ArrayList<>();
  private final Map<String, List<Change>> byVersion = new HashMap<>();

  /** Takes in the next change. */
  void add(Change change) {
    if (change.holds()) {
      holding.add(change);
    }
    if (!change.document().isEmpty()) {
      written.add(change);
    }
    String version = version(change);
    if (!version.isEmpty()) {
      byVersion.computeIfAbsent(version, k -> new ArrayList<>()).add(change);
    }
  }

  /** Which version of a managed policy a change wrote; empty where it wrote none. */
  private static String version(Change c) {
    return c.event().name().equals("CreatePolicy")
        ? "v1"
        : c.event().name().equals("CreatePolicyVersion") ? c.part() : "";
  }

  /** The last before another that changed what holds. */
  Optional<Change> holding(Change end) {
    return last(holding, end);
  }

  /** The last before a moment or at it. */
  Optional<Change> holdingAt(long time) {
    return holding.reversed().stream().filter(c -> c.event().time() <= time).findFirst();
  }

  /** The last before another that wrote a document. */
  Optional<Change> written(Change end) {
    return last(written, end);
  }

  /** The last before another that wrote a version. */
  Optional<Change> version(String version, Change end) {
    return last(byVersion.getOrDefault(version, List.of()), end);
  }

  /** The last before another of which something holds. */
  Optional<Change> last(Change end, Predicate<Change> which) {
    return holding.reversed().stream()
        .filter(c -> c.compareTo(end) < 0 && which.test(c))
        .findFirst();
  }

  /** What was attached up to a change, and not detached again. */
  Set<String> targets(Change end) {
    Set<String> targets = new HashSet<>();
    for (Change c : holding) {
      if (c.compareTo(end) > 0) {
        break;
      }
      switch (c.event().name()) {
        case "AttachPolicy" -> targets.add(c.part());
        case "DetachPolicy" -> targets.remove(c.part());
        default -> {}
      }
    }
    return targets;
  }

  private static Optional<Change> last(List<Change> some, Change end) {
    int at = Collections.binarySearch(some, end);
    int before = at < 0 ? -at - 2 : at - 1;
    return before < 0 ? Optional.empty() : Optional.of(some.get(before));
  }
}
