package awsleuth.trail.read;

import awsleuth.trail.Damage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

/**
 * Finds the files of an archive, one at a time, folder by folder in the order of their names. One
 * that is named is taken whatever it is called; in folders hidden files, files that are no logs by
 * their names, and those that the layout tells to hold nothing of interest are passed over. For
 * several threads.
 */
final class Finder {

  private static final int DEEPEST = 64;
  private static final Set<String> ENDINGS =
      Set.of("json", "jsonl", "ndjson", "log", "txt", "csv", "out", "err");
  private static final Set<String> PACKED = Set.of("gz", "gzip", "zst", "zstd");

  private final Layout layout;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Damage> damages = new ArrayList<>();
  private long passed;

  /** A folder, or what was given, of which some is still to be looked at. */
  private record Level(Iterator<Path> rest, boolean named, Set<Object> around) {}

  /** Of files and folders; what is inside another of them is not taken twice. */
  Finder(List<Path> paths, Layout layout) {
    this.layout = layout;
    levels.push(new Level(distinct(paths).iterator(), true, Set.of()));
  }

  private static List<Path> distinct(List<Path> paths) {
    Map<Path, Path> byPlace = new LinkedHashMap<>();
    paths.forEach(path -> byPlace.putIfAbsent(path.toAbsolutePath().normalize(), path));
    List<Path> all = new ArrayList<>();
    byPlace.forEach((place, path) -> {
      if (!isInside(place, byPlace.keySet())) {
        all.add(path);
      }
    });
    return all;
  }

  private static boolean isInside(Path place, Set<Path> places) {
    for (Path above = place.getParent(); above != null; above = above.getParent()) {
      if (places.contains(above)) {
        return true;
      }
    }
    return false;
  }

  /** The next file; empty behind the last. */
  synchronized Optional<Found> next() {
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

  /** How many files were passed over so far. */
  synchronized long passed() {
    return passed;
  }

  /** What could not be looked at so far. */
  synchronized List<Damage> damages() {
    return List.copyOf(damages);
  }

  private Optional<Found> look(Path path, Level level) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        folder(path, attributes, level);
        return Optional.empty();
      }
      if (level.named && !attributes.isRegularFile()) {
        damages.add(new Damage(path.toString(), "is neither a file nor a folder"));
        return Optional.empty();
      }
      if (!attributes.isRegularFile()
          || !(level.named || (isLog(path) && layout.mayHold(path.toAbsolutePath())))) {
        passed++;
        return Optional.empty();
      }
      return Optional.of(new Found(path, path.toString(), attributes.size()));
    } catch (IOException e) {
      damages.add(new Damage(path.toString(), "cannot be read (" + FileReader.reason(e) + ")"));
      return Optional.empty();
    }
  }

  private void folder(Path path, BasicFileAttributes attributes, Level level) throws IOException {
    Object key = attributes.fileKey();
    boolean loop = key != null && level.around.contains(key);
    if (loop
        || (!level.named && name(path).startsWith("."))
        || !layout.mayHoldBelow(path.toAbsolutePath())) {
      return;
    }
    if (levels.size() > DEEPEST) {
      damages.add(new Damage(path.toString(), "is nested too deep to be looked at"));
      return;
    }
    Set<Object> around = new HashSet<>(level.around);
    if (key != null) {
      around.add(key);
    }
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      stream.forEach(inside::add);
    }
    inside.sort(null);
    levels.push(new Level(inside.iterator(), false, around));
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }

  /** Whether a file in a folder is taken for a log: by its ending, or where it has none. */
  private static boolean isLog(Path path) {
    String name = name(path).toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return false;
    }
    String ending = ending(name);
    while (PACKED.contains(ending)) {
      name = name.substring(0, name.length() - ending.length() - 1);
      ending = ending(name);
    }
    return ending.isEmpty() || ENDINGS.contains(ending) || ending.chars().allMatch(c -> c <= '9');
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
