package awsleuth.core.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link Stretches} must find, said plainly over bytes held whole. */
final class NaiveStretches {

  private final byte[] bytes;
  private final List<byte[]> anchors;
  private final Limits limits;
  private final List<Stretch> stretches = new ArrayList<>();
  private int open = -1;
  private int end;

  private NaiveStretches(byte[] bytes, List<byte[]> anchors, Limits limits) {
    this.bytes = bytes;
    this.anchors = anchors;
    this.limits = limits;
  }

  static List<Stretch> find(byte[] bytes, List<byte[]> anchors, Limits limits) {
    NaiveStretches naive = new NaiveStretches(bytes, anchors, limits);
    int from = 0;
    for (int hit = naive.hitFrom(0); hit >= 0; hit = naive.hitFrom(from)) {
      from = naive.takeHit(hit, naive.start(hit));
    }
    naive.flush();
    return naive.stretches;
  }

  /** The last byte of the first anchor whose last byte is at a place or after it; or -1. */
  private int hitFrom(int place) {
    for (int i = place; i < bytes.length; i++) {
      for (byte[] a : anchors) {
        int s = i + 1 - a.length;
        if (s >= 0 && Arrays.equals(bytes, s, i + 1, a, 0, a.length)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The end of the line of a place, its line feed included. */
  private int lineEnd(int place) {
    int i = place;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return Math.min(bytes.length, i + 1);
  }

  private int lineStart(int place) {
    int i = place;
    while (i > 0 && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** Takes the line of a hit and what follows; gives the place from which to look for more. */
  private int takeHit(int hit, int start) {
    int lineEnd = lineEnd(hit);
    boolean cut = lineEnd - hit > limits.reach();
    int to = cut ? hit + limits.reach() : lineEnd;
    add(start, Math.max(start, to));
    if (cut) {
      return hit + 1;
    }
    int at = to;
    int gap = 0;
    int plain = 0;
    for (int n = 1; n <= limits.linesForth() && at < bytes.length && gap <= 3; n++) {
      int next = lineEnd(at);
      boolean fits = next <= to + limits.forth();
      boolean open = bytes[next - 1] != '\n';
      if (!fits || (open && next == to + limits.forth())) {
        break;
      }
      int other = hitFrom(at);
      if (other >= 0 && other < next) {
        return takeHit(other, end);
      }
      boolean part = LineMarks.isPart(bytes, at, next);
      gap = part ? 0 : LineMarks.isBlank(bytes, at, next) ? gap : gap + 1;
      plain = part ? 0 : plain + 1;
      if (plain <= 3) {
        add(end, next);
      }
      at = next;
    }
    return to;
  }

  private int start(int hit) {
    if (hit <= end) {
      return end;
    }
    int line = Math.max(end, lineStart(hit));
    if (hit - line > limits.reach() || (line != end && hit - line == limits.reach())) {
      return hit - limits.reach();
    }
    int start = line;
    int gap = 0;
    int plain = 0;
    int at = line;
    for (int n = 1; n <= limits.linesBack() && at > end && gap <= 3; n++) {
      int before = Math.max(end, lineStart(at - 1));
      boolean begins = before == 0 || before == end || bytes[before - 1] == '\n';
      boolean seen = before == end || before > line - limits.back();
      if (!begins || !seen || line - before > limits.back()) {
        break;
      }
      boolean part = LineMarks.isPart(bytes, before, at);
      gap = part ? 0 : LineMarks.isBlank(bytes, before, at) ? gap : gap + 1;
      plain = part ? 0 : plain + 1;
      start = plain <= 2 ? before : start;
      at = before;
    }
    return start;
  }

  private void add(int from, int to) {
    if (from == to) {
      return;
    }
    if (open < 0 || from != end || to - open > limits.stretch()) {
      flush();
      open = from;
    }
    end = to;
  }

  private void flush() {
    if (open >= 0) {
      int feeds = 0;
      for (int i = 0; i < open; i++) {
        feeds += bytes[i] == '\n' ? 1 : 0;
      }
      byte[] whole = Arrays.copyOfRange(bytes, open, end);
      stretches.add(new Stretch(feeds + 1L, open, whole, 0, whole.length));
    }
    open = -1;
  }
}
