package awsleuth.core.read;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the same failure seen again, and finds the primary one. */
final class Repeats {

  /** A failure, where it was seen first and last, and how often. */
  static final class Group {
    final Sighting first;
    Sighting last;
    int count = 1;

    Group(Sighting first) {
      this.first = first;
      this.last = first;
    }
  }

  /** A failure with no more lines after it is what the text ends with. */
  static final int LAST_LINES = 4;

  private static final int LONGEST_PRINT = 400;

  private static final Set<String> WRAPPERS =
      Set.of("S3UploadFailedError", "S3TransferFailedError");

  private Repeats() {}

  /** The groups, the primary one first: the one the text ends with, else the most frequent. */
  static List<Group> group(Blocks blocks, List<Sighting> sightings) {
    Flat flat = blocks.flat();
    Map<String, Group> groups = new LinkedHashMap<>();
    List<Sighting> single = unwrapped(flat, sightings);
    for (Sighting s : single) {
      Group g = groups.get(key(s));
      if (g == null) {
        groups.put(key(s), new Group(s));
      } else {
        g.count += isSamePrint(flat, g.last, s) ? 0 : 1;
        g.last = s;
      }
    }
    List<Group> order = new ArrayList<>(groups.values());
    order.sort((a, b) -> Integer.compare(b.count, a.count));
    if (!sightings.isEmpty()) {
      Group last = groups.get(key(single.getLast()));
      Group death = last == null ? null : whole(groups, last);
      if (death != null && (endsText(flat, death.last) || isTie(order))) {
        Group primary = choose(blocks, order, death);
        order.remove(primary);
        order.addFirst(primary);
      }
    }
    return order;
  }

  /** The sightings without those that the next one wraps, whose own sentence it repeats. */
  private static List<Sighting> unwrapped(Flat flat, List<Sighting> sightings) {
    List<Sighting> out = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Sighting s : sightings) {
      if (PytestLines.isAgain(flat, s, told)) {
        continue;
      }
      PytestLines.add(s, told);
      if (!out.isEmpty() && isOnceMore(flat, s, out.getLast())) {
        out.removeLast();
      }
      out.add(s);
    }
    return out;
  }

  private static boolean isOnceMore(Flat flat, Sighting s, Sighting before) {
    return wraps(s, before)
        || isBeneath(s, before)
        || isLogged(flat, before, s)
        || isChained(flat, before, s);
  }

  /**
   * Whether an exception that a traceback links with the one before repeats its whole sentence, or
   * is boto3's own for what botocore found.
   */
  private static boolean isChained(Flat flat, Sighting inner, Sighting outer) {
    boolean same =
        !outer.code.isEmpty()
            && outer.code.equals(inner.code)
            && outer.operation.equals(inner.operation)
            && !outer.exception.equals(inner.exception)
            && Failure.alike(outer.message).equals(Failure.alike(inner.message));
    boolean own =
        outer.exception.equals("ResourceNotExistsError")
            && inner.exception.equals("UnknownServiceError");
    return (same || own) && isSamePrint(flat, inner, outer) && isLinked(flat, inner, outer);
  }

  /** Whether a line frames the exceptions of a group, which Python prints after it. */
  private static boolean isOfGroup(String line) {
    String bare = line.stripLeading();
    return bare.startsWith("+-")
        || bare.startsWith("+ Exception Group Traceback")
        || (line.contains("ExceptionGroup: ") && line.contains("sub-exception"));
  }

  /** Whether the next line that is not blank links an exception with the next, or frames it. */
  private static boolean isMore(Flat flat, int from, int to) {
    int next = from;
    while (next < to && flat.lines.get(next).text().isBlank()) {
      next++;
    }
    return next < to
        && (Tracebacks.isLink(flat.lines.get(next).text())
            || isOfGroup(flat.lines.get(next).text()));
  }

  private static boolean beginsWithClass(String line) {
    int i = 0;
    while (i < line.length() && ClassNames.isPart(line.charAt(i))) {
      i++;
    }
    return i > 0 && line.startsWith(": ", i);
  }

  private static boolean isLinked(Flat flat, Sighting a, Sighting b) {
    for (int i = flat.indexAt(a.position); i < flat.indexAt(b.position); i++) {
      if (Tracebacks.isLink(flat.lines.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether urllib3's exception of the same name led to botocore's, by the host of both. */
  private static boolean isBeneath(Sighting outer, Sighting inner) {
    String host = Urls.host(outer.endpoint);
    return outer.exception.equals(inner.exception)
        && outer.code.isEmpty()
        && inner.code.isEmpty()
        && !host.isEmpty()
        && inner.message.contains("ConnectionPool(host='" + host + "'")
        && outer.line - inner.line <= LONGEST_PRINT;
  }

  /** Whether a line logs, under its base class, the exception whose traceback comes right after. */
  private static boolean isLogged(Flat flat, Sighting logged, Sighting raised) {
    return logged.exception.equals("ClientError")
        && !raised.exception.equals("ClientError")
        && !logged.code.isEmpty()
        && logged.code.equals(raised.code)
        && logged.operation.equals(raised.operation)
        && Failure.alike(logged.message).equals(Failure.alike(raised.message))
        && isSamePrint(flat, logged, raised);
  }

  /** Whether an exception of boto3's transfers repeats the sentence of the one that led to it. */
  private static boolean wraps(Sighting outer, Sighting inner) {
    return WRAPPERS.contains(outer.exception)
        && !inner.exception.equals(outer.exception)
        && !outer.code.isEmpty()
        && outer.code.equals(inner.code)
        && outer.operation.equals(inner.operation)
        && outer.line - inner.line <= LONGEST_PRINT
        && Failure.alike(outer.message).equals(Failure.alike(inner.message));
  }

  /** The group of the same exception that has a code, where one is cut off before its code. */
  private static Group whole(Map<String, Group> groups, Group cut) {
    if (!cut.first.code.isEmpty() || cut.first.exception.isEmpty()) {
      return cut;
    }
    for (Group g : groups.values()) {
      if (!g.first.code.isEmpty() && g.first.exception.equals(cut.first.exception)) {
        return g;
      }
    }
    return cut;
  }

  private static boolean isTie(List<Group> order) {
    return order.size() > 1 && order.get(0).count == order.get(1).count;
  }

  /** Among failures seen equally often: the last that a traceback stands before, else the first. */
  private static Group choose(Blocks blocks, List<Group> order, Group death) {
    Flat flat = blocks.flat();
    if (blocks.haveFrames(death.last) && endsText(flat, death.last)) {
      return death;
    }
    if (endsText(flat, death.last) && areDebug(flat, order, death)) {
      return death;
    }
    Group best = order.isEmpty() ? death : order.getFirst();
    for (Group g : order) {
      if (g.count == best.count && blocks.haveFrames(g.last)) {
        return g;
      }
    }
    return best;
  }

  /** Whether all others than one are only told of by a debug log: what it led to comes last. */
  private static boolean areDebug(Flat flat, List<Group> order, Group one) {
    boolean all = !flat.lines.get(flat.indexAt(one.last.position)).text().contains("DEBUG");
    for (Group g : order) {
      all &= g == one || flat.lines.get(flat.indexAt(g.last.position)).text().contains("DEBUG");
    }
    return all;
  }

  private static String key(Sighting s) {
    return FailedCall.kind(s.exception, s.code, s.status, s.operation, s.service, s.message);
  }

  private static boolean endsText(Flat flat, Sighting s) {
    int after = flat.indexAt(Math.max(s.position, s.end - 1)) + 1;
    int others = 0;
    for (int i = after; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text();
      others += line.isBlank() || Tracebacks.isPartOf(line) || line.startsWith(" ") ? 0 : 1;
    }
    return others <= LAST_LINES;
  }

  /** Whether two prints belong to one failure: nothing but traceback between them. */
  private static boolean isSamePrint(Flat flat, Sighting a, Sighting b) {
    if (a.line == b.line) {
      return true;
    }
    int to = flat.indexAt(b.position);
    if (to - flat.indexAt(a.position) > LONGEST_PRINT) {
      return false;
    }
    boolean traceback = false;
    int end = flat.indexAt(Math.max(a.position, a.end - 1));
    boolean goesOn = isMore(flat, end + 1, to);
    for (int i = end + 1; i < to; i++) {
      String line = flat.lines.get(i).text();
      traceback |= Tracebacks.isPartOf(line);
      if (!line.isBlank()
          && !line.startsWith(" ")
          && !Tracebacks.isPartOf(line)
          && !isOfGroup(line)
          && !(goesOn && beginsWithClass(line) && isMore(flat, i + 1, to))) {
        return false;
      }
    }
    return traceback;
  }
}
