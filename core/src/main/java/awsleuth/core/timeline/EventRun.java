package awsleuth.core.timeline;

import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of a trail that say the same, with no change between them and no failure that began or
 * became another: a program that calls without end is one line of a timeline.
 *
 * @param first the earliest
 * @param last the latest
 * @param count how many
 */
record EventRun(TrailEvent first, TrailEvent last, int count) {

  /** Those of events in the order of their time, by their first. */
  static List<EventRun> of(List<TrailEvent> events) {
    List<EventRun> runs = new ArrayList<>();
    Map<String, Integer> open = new LinkedHashMap<>(); // of each words the place of its run
    String failure = "";
    for (TrailEvent e : events) {
      String words = TrailMoments.words(e);
      boolean change = TrailMoments.isChange(e);
      boolean begins = !e.errorCode().isEmpty() && !words.equals(failure);
      if (change || begins) {
        open.clear();
        failure = change ? "" : words;
      }
      Integer place = change ? null : open.get(words);
      if (place == null) {
        open.put(words, runs.size());
        runs.add(new EventRun(e, e, 1));
      } else {
        EventRun run = runs.get(place);
        runs.set(place, new EventRun(run.first, e, run.count + 1));
      }
    }
    return runs;
  }

  /** The words of each, and how often until when. */
  String words() {
    String words = TrailMoments.words(first);
    return count == 1 ? words : words + ", " + count + " times until " + last.time();
  }
}
