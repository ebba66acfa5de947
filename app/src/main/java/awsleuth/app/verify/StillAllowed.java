package awsleuth.app.verify;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The requests of the past that the policies allowed before a proven change, as the trail's files
 * have them, decided by the policies as they are now.
 *
 * @param count how many they are
 * @param lost where the files have those that are not allowed any more
 * @param open where the files have those of which it is not known
 * @param keys what those depend on that the files do not tell
 */
record StillAllowed(int count, List<String> lost, List<String> open, SortedSet<String> keys) {

  private static final int MOST_PLACES = 3;

  /**
   * Of all requests of the caller that succeeded; those are left out that the policies did not
   * allow before, or of which that is not known.
   *
   * @param recorded the policies of the proof; empty where it does not have them, so that nothing
   *     tells which of the requests these policies allowed
   */
  static StillAllowed of(
      List<Proof.Witness> made, Optional<RecordedPolicies> recorded, PolicySet now) {
    if (recorded.isEmpty()) {
      return new StillAllowed(0, List.of(), List.of(), new TreeSet<>());
    }
    Authorizer before = Authorizer.of(recorded.get().setBefore(now));
    Authorizer after = Authorizer.of(now);
    int count = 0;
    List<String> lost = new ArrayList<>();
    List<String> open = new ArrayList<>();
    SortedSet<String> keys = new TreeSet<>();
    for (Proof.Witness w : made) {
      if (before.decide(w.request()) == Result.ALLOWED) {
        count++;
        Decision decision = after.explain(w.request());
        if (decision.denied()) {
          lost.add(w.place());
        } else if (decision.result() == Result.UNKNOWN) {
          open.add(w.place());
          decision.dependencies().forEach(d -> keys.addAll(d.keys()));
        }
      }
    }
    return new StillAllowed(count, List.copyOf(lost), List.copyOf(open), keys);
  }

  /** Where those are that are not allowed any more, as the proof says where they are. */
  String lostPlaces() {
    int more = lost.size() - MOST_PLACES;
    return lost.stream().limit(MOST_PLACES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
