package awsleuth.core.timeline;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import awsleuth.core.timeline.Moment.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The moments of one log: its failures, and the lines with a time of their own around them. */
final class LogMoments {

  /** Lines with a time that are shown before and after a failure. */
  private static final int AROUND = 2;

  /** A log with no more lines that have a time is shown whole. */
  private static final int ALL_LINES = 40;

  /** Lines that are chosen of a longer one, its failures not counted. */
  private static final int MOST_LINES = 16;

  /** Lines that are shown besides, so that it is seen from when to when the log goes. */
  private static final int MOST_BETWEEN = 8;

  /** A traceback is at most this long: a time further up is not the failure's. */
  private static final int LONGEST_TRACEBACK = 400;

  private static final int LONGEST = 160;

  private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9-]+");

  /** A variable of an environment; when it is good is told as a setting. */
  private static final Pattern SETTING = Pattern.compile("(?:export )?[A-Z][A-Z0-9_]*=");

  private final Artifact log;
  private final List<String> lines;
  private final List<Failure> failures;

  /** By line number, counted from 1. */
  private final TreeMap<Integer, WrittenTime> times = new TreeMap<>();

  /**
   * Of a log.
   *
   * @param failures those that were read from it
   */
  LogMoments(Artifact log, List<Failure> failures) {
    this.log = log;
    this.lines = log.text().lines().toList();
    this.failures = failures;
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      if (!SETTING.matcher(lines.get(i)).lookingAt()) {
        TimeReader.of(beginning(lines.get(i))).ifPresent(t -> times.put(number, t));
      }
    }
  }

  /** In the order of the lines. */
  List<Moment> all() {
    TreeMap<Integer, Moment> moments = new TreeMap<>();
    for (int line : notable()) {
      moments.put(line, moment(line, Topic.LOG, rest(line)));
    }
    for (Failure f : failures) {
      failed(f.source(), "", f, moments);
      if (f.count() > 1 && !f.last().equals(f.source())) {
        failed(f.last(), ", for the " + ordinal(f.count()) + " time", f, moments);
      }
    }
    return List.copyOf(moments.values());
  }

  /** The time of the failure at a line: that of the line itself, else of the last before it. */
  Optional<WrittenTime> timeOf(int line) {
    return Optional.ofNullable(times.floorEntry(line))
        .filter(e -> line - e.getKey() <= LONGEST_TRACEBACK)
        .map(Map.Entry::getValue);
  }

  private void failed(Source at, String times, Failure f, SortedMap<Integer, Moment> moments) {
    if (!at.artifact().equals(log.name())) {
      return;
    }
    String own =
        this.times.containsKey(at.line()) ? "" : "; the time is that of the line before it";
    WrittenTime none = new WrittenTime("", Optional.empty(), Optional.empty());
    Optional<WrittenTime> time = timeOf(at.line());
    moments.put(
        at.line(),
        Moment.of(
            time.orElse(none),
            Topic.FAILURE,
            Tried.headline(f.call()) + times + (time.isPresent() ? own : ""),
            new Source(log.name(), at.line())));
  }

  private WrittenTime time(int line) {
    return timeOf(line).orElseThrow();
  }

  private Moment moment(int line, Topic topic, String words) {
    return Moment.of(time(line), topic, words, new Source(log.name(), line));
  }

  /** How many lines with a time are not among the moments. */
  int leftOut() {
    Set<Integer> shown = new TreeSet<>(notable());
    for (Failure f : failures) {
      shown.add(f.source().line());
      shown.add(f.last().line());
    }
    return (int) times.keySet().stream().filter(line -> !shown.contains(line)).count();
  }

  /**
   * The lines around failures and those that a program marks as telling; where the log has more,
   * the first, the last and some between.
   */
  private Set<Integer> notable() {
    if (times.size() <= ALL_LINES) {
      return times.keySet();
    }
    Set<Integer> chosen = telling();
    List<Integer> all = List.copyOf(times.keySet());
    for (int i = 0; i < MOST_BETWEEN; i++) {
      chosen.add(all.get((all.size() - 1) * i / (MOST_BETWEEN - 1)));
    }
    return chosen;
  }

  private Set<Integer> telling() {
    Set<Integer> chosen = new TreeSet<>();
    for (Failure f : failures) {
      for (Source s : List.of(f.source(), f.last())) {
        if (s.artifact().equals(log.name())) {
          times.headMap(s.line(), true).descendingKeySet().stream()
              .limit(AROUND)
              .forEach(chosen::add);
          times.tailMap(s.line(), false).keySet().stream().limit(AROUND).forEach(chosen::add);
        }
      }
    }
    for (int line : times.keySet()) {
      if (chosen.size() >= MOST_LINES) {
        break;
      }
      if (isMarked(lines.get(line - 1))) {
        chosen.add(line);
      }
    }
    Set<Integer> most = new TreeSet<>();
    chosen.stream().limit(MOST_LINES).forEach(most::add);
    return most;
  }

  private static boolean isMarked(String line) {
    String head = line.substring(0, Math.min(line.length(), 200)).toLowerCase(Locale.ROOT);
    for (String word : List.of("error", "warn", "critical", "fatal", "retry", "exception")) {
      if (head.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What a line says, without its time. */
  private String rest(int line) {
    String text = Readers.harmless(lines.get(line - 1));
    String time = time(line).written();
    int at = text.indexOf(time);
    String rest = at < 0 ? text : text.substring(0, at) + text.substring(at + time.length());
    String one = rest.replaceFirst("^\\[]", "").replaceAll("\\s+", " ").strip();
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }

  /** Where times stand; of what is cut off a part of a secret may be left, so it is not shown. */
  private static String beginning(String line) {
    int longest = 4 * LONGEST;
    return Readers.harmless(line.length() > longest ? line.substring(0, longest) : line);
  }

  private static String ordinal(int n) {
    int two = n % 100;
    String end =
        two > 10 && two < 14
            ? "th"
            : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    return n + end;
  }

  /** The lines that have one of these words, and which. */
  Map<Integer, String> ids(Set<String> words) {
    Map<Integer, String> found = new TreeMap<>();
    for (int i = 0; i < lines.size() && !words.isEmpty(); i++) {
      for (String word : WORDS.split(lines.get(i))) {
        if (words.contains(word)) {
          found.putIfAbsent(i + 1, word);
        }
      }
    }
    return found;
  }

  /** Whether there is anything to tell of it. */
  boolean isTold() {
    return !failures.isEmpty() || !times.isEmpty();
  }
}
