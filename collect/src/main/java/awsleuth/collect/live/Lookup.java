package awsleuth.collect.live;

import awsleuth.collect.call.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of LookupEvents in the pace that CloudTrail takes them in: two a second in each account and
 * Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class Lookup {

  private final Asking asking;
  private final String what;

  /** None made yet. */
  Lookup(Asking asking, String what) {
    this.asking = asking;
    this.what = what;
  }

  /** The texts of events, newest first, of at most so many pages; more are said to be unknown. */
  List<String> events(Map<String, Object> parameters, int pages) {
    List<String> found = new ArrayList<>();
    Map<String, Object> next = new LinkedHashMap<>(parameters);
    for (int page = 0; page < pages; page++) {
      asking.pace().keep();
      Optional<Document> answer = asking.call(what, "cloudtrail", "LookupEvents", next);
      answer.stream()
          .flatMap(d -> d.items("Events").stream())
          .map(e -> e.textAt("CloudTrailEvent"))
          .filter(text -> !text.isEmpty())
          .forEach(found::add);
      String more = answer.map(d -> d.textAt("NextToken")).orElse("");
      if (more.isEmpty()) {
        return found;
      }
      next.put("NextToken", more);
    }
    asking.leaveOpen(what, "there are more than " + pages + " pages of 50");
    return found;
  }
}
