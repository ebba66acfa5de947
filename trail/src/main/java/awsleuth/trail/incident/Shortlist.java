package awsleuth.trail.incident;

import awsleuth.trail.change.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The changes that are decided on, where more have to do with a call: those of the type of policy
 * that AWS says refused it first, then of each kind alike. So what changes every minute, as a key
 * has grants made, does not hide what changes once a year.
 */
final class Shortlist {

  /** So many are decided on for a call. */
  static final int MOST = 200;

  /** So many of them may be of other types than AWS names. */
  private static final int MOST_OTHERS = 50;

  /** What is alike: what it touches, and what kind of change it is. */
  private record Kind(Touch touch, Topic topic) implements Comparable<Kind> {

    @Override
    public int compareTo(Kind other) {
      int compared = touch.compareTo(other.touch);
      return compared == 0 ? topic.compareTo(other.topic) : compared;
    }
  }

  private Shortlist() {}

  /**
   * Of some changes.
   *
   * @param near all that have to do with the call; of each kind the first are taken
   * @param named whether AWS says that a policy of that type refused the call
   */
  static List<Near> of(List<Near> near, Predicate<Near> named) {
    if (near.size() <= MOST) {
      return near;
    }
    List<Near> others = shared(near.stream().filter(named.negate()).toList(), MOST);
    List<Near> list =
        shared(near.stream().filter(named).toList(), MOST - Math.min(MOST_OTHERS, others.size()));
    list.addAll(others.subList(0, Math.min(others.size(), MOST - list.size())));
    return list;
  }

  /** The first of each kind, then the second of each, and so on. */
  private static List<Near> shared(List<Near> near, int most) {
    Map<Kind, List<Near>> kinds = new TreeMap<>();
    for (Near n : near) {
      kinds.computeIfAbsent(new Kind(n.touch(), n.change().topic()), _ -> new ArrayList<>()).add(n);
    }
    List<Near> list = new ArrayList<>();
    for (int round = 0; list.size() < Math.min(most, near.size()); round++) {
      list.addAll(round(kinds.values(), round, most - list.size()));
    }
    return list;
  }

  private static List<Near> round(Collection<List<Near>> kinds, int round, int most) {
    return kinds.stream().filter(k -> k.size() > round).map(k -> k.get(round)).limit(most).toList();
  }
}
