package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Whether a setting let a call through before a change, as calls that succeeded show.
 *
 * @param call the refused call
 * @param before the same call when it succeeded
 * @param successes calls that succeeded, of the same operation and principal
 */
record LetThrough(Refused call, Before before, List<Sampled> successes) {

  /** What is missing to know it; empty where it is known. */
  String missing(Setting setting, Change change) {
    if (!setting.missing().isEmpty()) {
      return setting.missing();
    }
    Optional<TrailEvent> success = before.last().flatMap(Sampled::whole);
    if (success.isEmpty()) {
      return "whether it was another before: the archive has no success of such a call";
    }
    for (String place : setting.alike()) {
      if (!isAlike(success.get(), place)) {
        return "whether the call that succeeded had the same "
            + place.substring(place.lastIndexOf('.') + 1);
      }
    }
    return setting.twice() && times(setting, change) < 2
        ? "whether it was another before: the first such call succeeds in any case"
        : "";
  }

  private long times(Setting setting, Change change) {
    return successes.stream()
        .filter(s -> s.event().time() <= change.event().time())
        .filter(s -> s.whole().filter(e -> isAlike(e, setting)).isPresent())
        .count();
  }

  private boolean isAlike(TrailEvent success, Setting setting) {
    return setting.alike().stream().allMatch(p -> isAlike(success, p));
  }

  private boolean isAlike(TrailEvent success, String place) {
    String own = call.event().field(place);
    return !own.isEmpty() && own.equals(success.field(place));
  }
}
