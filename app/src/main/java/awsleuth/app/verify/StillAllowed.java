package awsleuth.app.verify;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The requests of the past that the policies allowed before a proven change, as the trail's files
 * have them, decided by the policies as they are now.
 *
 * @param count how many they are
 * @param lost where the files have those that are not allowed any more
 */
record StillAllowed(int count, List<String> lost) {

  private static final int MOST_PLACES = 3;

  /**
   * Of all requests of the caller that succeeded; those are left out that the policies did not
   * allow before.
   *
   * @param recorded the policies of the proof; empty where it does not have them
   */
  static StillAllowed of(
      List<Proof.Witness> made, Optional<RecordedPolicies> recorded, PolicySet now) {
    Optional<Authorizer> before = recorded.map(r -> Authorizer.of(r.setBefore(now)));
    Authorizer after = Authorizer.of(now);
    int count = 0;
    List<String> lost = new ArrayList<>();
    for (Proof.Witness w : made) {
      if (before.isEmpty() || before.get().decide(w.request()) == Result.ALLOWED) {
        count++;
        if (after.decide(w.request()).denied()) {
          lost.add(w.place());
        }
      }
    }
    return new StillAllowed(count, List.copyOf(lost));
  }

  /** Where those are that are not allowed any more, as the proof says where they are. */
  String lostPlaces() {
    int more = lost.size() - MOST_PLACES;
    return lost.stream().limit(MOST_PLACES).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
