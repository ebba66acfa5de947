package awsleuth.core.read;

import awsleuth.core.read.Sighting.Strength;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings together what several readers saw of one failure. */
final class Sightings {

  private static final int NEAR_LINES = 60;
  private static final int BODY_LINES = 2;
  private static final int FAR = 4000;
  private static final int LEAD = 120;

  /** Shorter ones are made up. */
  private static final int SHORTEST_ID = 12;

  private static final int SHORTEST_MESSAGE = 20;

  private Sightings() {}

  /** One sighting for each place of a failure, in the order of the text. */
  static List<Sighting> merge(Flat flat, List<Sighting> all) {
    List<Sighting> byPosition = ProviderAnswers.without(all);
    List<Sighting> sure = outermost(flat, once(nested(byPosition, Strength.SURE)));
    List<Sighting> likely = new ArrayList<>();
    for (Sighting s : byPosition) {
      if (s.strength == Strength.LIKELY
          && nearest(flat, sure, s) == null
          && nearest(flat, tail(likely), s) == null) {
        likely.add(s);
      }
    }
    List<Sighting> kept = new ArrayList<>(sure);
    kept.addAll(likely);
    kept.sort((a, b) -> Integer.compare(a.position, b.position));
    if (kept.isEmpty()) {
      kept.addAll(nested(byPosition, Strength.FAINT));
    } else {
      for (Sighting s : byPosition) {
        if (s.strength == Strength.FAINT) {
          nearest(flat, kept, s);
        }
      }
    }
    kept.sort((a, b) -> Integer.compare(a.position, b.position));
    return kept;
  }

  /** Without those that a traceback leads from to one which says the same with more words. */
  private static List<Sighting> outermost(Flat flat, List<Sighting> sure) {
    List<Sighting> out = new ArrayList<>();
    for (int i = 0; i < sure.size(); i++) {
      Sighting s = sure.get(i);
      Sighting next = i + 1 < sure.size() ? sure.get(i + 1) : s;
      boolean repeated =
          next != s
              && s.code.isEmpty()
              && next.code.isEmpty()
              && s.message.length() >= SHORTEST_MESSAGE
              && !next.message.equals(s.message)
              && next.message.contains(s.message);
      if (repeated && Kindred.isLinked(flat, s, next)) {
        absorb(next, s);
      } else {
        out.add(s);
      }
    }
    return out;
  }

  /** Without those that tell once more, with less, of a request that is told of before. */
  private static List<Sighting> once(List<Sighting> sure) {
    Map<String, Sighting> byRequest = new HashMap<>();
    List<Sighting> out = new ArrayList<>();
    for (Sighting s : sure) {
      Sighting before = s.requestId.length() < SHORTEST_ID ? null : byRequest.get(s.requestId);
      if (before == null || !s.code.isEmpty()) {
        byRequest.putIfAbsent(s.requestId, s);
        out.add(s);
      }
    }
    return out;
  }

  private static List<Sighting> tail(List<Sighting> kept) {
    return kept.subList(Math.max(0, kept.size() - 2), kept.size());
  }

  /** The sighting that took in a weaker one; null where none is near enough or fits. */
  private static @org.jspecify.annotations.Nullable Sighting nearest(
      Flat flat, List<Sighting> among, Sighting s) {
    int line = flat.indexAt(s.position);
    int at = insertion(among, s.position);
    Sighting best = null;
    for (int i = Math.max(0, at - 2); i < Math.min(among.size(), at + 2); i++) {
      Sighting k = among.get(i);
      boolean inside = s.position >= k.position && s.position < k.end;
      boolean overlaps = s.position <= k.position && s.end >= k.position;
      int distance = Math.abs(flat.indexAt(k.position) - line);
      inside |= distance <= BODY_LINES && s.position > k.position && k.message.startsWith("<");
      if (inside
          || overlaps
          || (distance <= NEAR_LINES
              && fits(k, s)
              && !isNext(flat, k, s)
              && !Kindred.isOfItsOwn(flat, k, s))) {
        if (best == null || inside || overlaps) {
          best = k;
        }
      }
    }
    if (best != null) {
      int end = best.end;
      absorb(best, s);
      boolean apart = s.strength == Strength.FAINT && s.position > end;
      best.end = apart ? end : best.end; // what is told further down stays a line of its own
    }
    return best;
  }

  /** Whether a line further down is that of another exception, which no traceback links. */
  private static boolean isNext(Flat flat, Sighting k, Sighting s) {
    if (s.strength != Strength.LIKELY || s.position < k.end || s.position - k.end > FAR) {
      return false;
    }
    int start = flat.startOf(flat.indexAt(s.position));
    String lead = flat.text.substring(start, Math.min(flat.text.length(), start + LEAD));
    int colon = PythonErrorReader.exceptionColon(lead);
    return colon > 0
        && s.exception.equals(ClassNames.simple(lead.substring(0, colon)))
        && !s.exception.equals(k.exception)
        && !flat.text.substring(k.end, s.position).contains("bove exception");
  }

  private static boolean fits(Sighting k, Sighting s) {
    boolean none = k.code.isEmpty() && !Exchanges.isAfterTheStatus(k.exception);
    boolean code = s.code.isEmpty() || none || s.code.equals(k.code);
    boolean operation =
        s.operation.isEmpty() || k.operation.isEmpty() || s.operation.equals(k.operation);
    return code && operation;
  }

  private static int insertion(List<Sighting> among, int position) {
    int low = 0;
    int high = among.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (among.get(middle).position < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Those of one strength; one that lies inside another is taken into it. */
  private static List<Sighting> nested(List<Sighting> byPosition, Strength strength) {
    List<Sighting> out = new ArrayList<>();
    for (Sighting s : byPosition) {
      if (s.strength != strength) {
        continue;
      }
      Sighting last = out.isEmpty() ? null : out.getLast();
      if (last != null && s.position < last.end) {
        absorb(last, s);
      } else {
        out.add(s);
      }
    }
    return out;
  }

  private static void absorb(Sighting into, Sighting from) {
    if (into.code.isEmpty() && !from.code.isEmpty()) {
      into.message = inner(into.message, from.message);
    }
    if (into.message.startsWith("<")
        && !from.message.isEmpty()
        && !from.message.contains(into.message)) {
      into.message = from.message;
    }
    boolean whole = from.message.contains("rror occurred (" + into.code + ")");
    from.message = whole && !into.code.isEmpty() ? "" : from.message;
    into.code = pick(into.code, from.code);
    into.operation = pick(into.operation, from.operation);
    into.service = pick(into.service, from.service);
    into.message = pick(into.message, from.message);
    into.endpoint = pick(into.endpoint, from.endpoint);
    into.region = pick(into.region, from.region);
    into.requestId = pick(into.requestId, from.requestId);
    into.exception = pick(into.exception, from.exception);
    into.status = into.status.isPresent() ? into.status : from.status;
    into.retries = into.retries.isPresent() ? into.retries : from.retries;
    from.captures.forEach(into.captures::putIfAbsent);
    into.end = Math.max(into.end, from.position >= into.position ? from.end : into.end);
  }

  /** The service's message where it is a part of a wrapper's, which may be printed as a literal. */
  private static String inner(String outer, String message) {
    boolean literal = message.endsWith("')") || message.endsWith("\")");
    String bare = literal ? message.substring(0, message.length() - 2) : message;
    return bare.isEmpty() || !outer.contains(bare) ? outer : bare;
  }

  private static String pick(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
