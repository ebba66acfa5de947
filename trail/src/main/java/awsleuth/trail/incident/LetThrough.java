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

  /** The first of several. */
  private static final String FIRST = ".0.";

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
      if (!isAlike(success.get(), place, change)) {
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
        .filter(s -> s.whole().filter(e -> isAlike(e, setting, change)).isPresent())
        .count();
  }

  private boolean isAlike(TrailEvent success, Setting setting, Change change) {
    return setting.alike().stream().allMatch(p -> isAlike(success, p, change));
  }

  /** Of several things that a call names both must name the changed one. */
  private boolean isAlike(TrailEvent success, String place, Change change) {
    String own = call.event().field(place);
    return place.contains(FIRST)
        ? isNamed(success, place, change) && isNamed(call.event(), place, change)
        : !own.isEmpty() && own.equals(success.field(place));
  }

  private static boolean isNamed(TrailEvent event, String place, Change change) {
    String before = place.substring(0, place.indexOf(FIRST) + 1);
    return event.fields().entrySet().stream()
        .anyMatch(f -> f.getKey().startsWith(before) && f.getValue().equals(change.thing().name()));
  }
}
