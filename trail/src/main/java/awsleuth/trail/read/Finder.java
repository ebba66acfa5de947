package awsleuth.trail.read;

import awsleuth.trail.Damage;
import awsleuth.trail.Filter;
import awsleuth.trail.Intake;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the files of an archive, one at a time, folder by folder in the order of their names. One
 * that is named is taken whatever it is called; in folders hidden files, files that are no logs by
 * their names, and those that the layout tells to hold nothing of interest are passed over. For
 * several threads.
 */
public final class Finder {

  private static final int DEEPEST = 64;
  private static final Set<String> ENDINGS =
      Set.of("json", "jsonl", "ndjson", "log", "txt", "csv", "out", "err");
  private static final Set<String> PACKED = Set.of("gz", "gzip", "zst", "zstd");

  private final Layout layout;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Damage> damages = new ArrayList<>();
  private final Set<List<String>> named;

  /** Folders that links lead to once more are not gone into again. */
  private final Set<Object> seen = new HashSet<>();

  private long damaged;
  private long passed;

  /**
   * A folder, or what was given, of which some is still to be looked at.
   *
   * @param named whether it is what was given
   * @param laidOut whether folders in it are where CloudTrail has them: not those of one that is
   *     named and is elsewhere
   */
  private record Level(Iterator<Entry> rest, boolean named, boolean laidOut) {}

  /**
   * Of files and folders; what is inside another of them is not taken twice.
   *
   * @param filter which events are asked for
   */
  public Finder(List<Entry> given, Filter filter) {
    this(given, new Layout(filter));
  }

  Finder(List<Entry> given, Layout layout) {
    this.layout = layout;
    Map<List<String>, Entry> distinct = new LinkedHashMap<>();
    given.forEach(entry -> distinct.putIfAbsent(entry.path(), entry));
    named = Set.copyOf(distinct.keySet());
    levels.push(new Level(distinct.values().iterator(), true, true));
  }

  /** The next file; empty behind the last. */
  public synchronized Optional<Found> next() {
    while (!levels.isEmpty()) {
      Level level = levels.element();
      if (!level.rest.hasNext()) {
        levels.pop();
        continue;
      }
      Optional<Found> found = look(level.rest.next(), level);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What was passed over so far, and what could not be looked at. */
  public synchronized Intake intake() {
    Intake none = Intake.NONE;
    return none.plus(new Intake(0, 0, passed, 0, 0, 0, 0, 0, List.copyOf(damages), damaged));
  }

  private Optional<Found> look(Entry entry, Level level) {
    if (!level.named && named.contains(entry.path())) {
      return Optional.empty(); // it is taken by its name
    }
    try {
      Entry.Look look = entry.look();
      switch (look.kind()) {
        case FOLDER -> folder(entry, look, level);
        case FILE -> {
          if (level.named || mayHold(entry.path())) {
            return Optional.of(new Found(entry, entry.name(), look.size()));
          }
          passed++;
        }
        case OTHER -> other(entry, level);
      }
    } catch (IOException e) {
      damage(entry, "cannot be read (" + FileReader.reason(e) + ")");
    }
    return Optional.empty();
  }

  private boolean mayHold(List<String> path) {
    return isLog(path) && layout.mayHold(path);
  }

  private void other(Entry entry, Level level) {
    if (level.named) {
      damage(entry, "is neither a file nor a folder");
    } else {
      passed++;
    }
  }

  private void folder(Entry entry, Entry.Look look, Level level) throws IOException {
    List<String> path = entry.path();
    boolean hidden = Layout.last(path).startsWith(".");
    boolean fits = layout.mayHoldBelow(path);
    if (!level.named && (hidden || (level.laidOut && !fits))) {
      passed += hidden ? 0 : 1;
      return;
    }
    Object key = look.identity();
    if (key != null && !seen.add(key)) {
      return;
    }
    if (levels.size() > DEEPEST) {
      damage(entry, "is nested too deep to be looked at");
      return;
    }
    levels.push(new Level(entry.inside().iterator(), false, level.laidOut && fits));
  }

  private void damage(Entry entry, String what) {
    damaged++;
    if (damages.size() < Intake.MOST_DAMAGES) {
      damages.add(new Damage(entry.name(), what));
    }
  }

  /** Whether a file in a folder is taken for a log: by its ending, or where it has none. */
  private static boolean isLog(List<String> path) {
    String name = Layout.last(path).toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return false;
    }
    String ending = ending(name);
    while (PACKED.contains(ending)) {
      name = name.substring(0, name.length() - ending.length() - 1);
      ending = ending(name);
    }
    ending = ROTATED.matcher(ending).replaceFirst("");
    return ending.isEmpty() || ENDINGS.contains(ending) || ending.chars().allMatch(c -> c <= '9');
  }

  /** What logrotate's {@code dateext} puts behind a name: a day, and an hour or seconds. */
  private static final Pattern ROTATED = Pattern.compile("-\\d{8,10}(?:-\\d{1,10})?$");

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
