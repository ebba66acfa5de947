package awsleuth.trail.make;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The door of the package: makes an archive, one stretch of time after another, in bounded memory.
 */
public final class Generator {

  /** How long the stretches that have a file for each account and Region may be, in minutes. */
  private static final int[] STRETCHES = {5, 15, 60, 240};

  private static final long MINUTE = 60_000;

  /** A file of fewer events is not worth a file. */
  private static final int FEW = 40;

  private final Order order;
  private final List<PlantedIncident> incidents;
  private final List<EventSource> sources = new ArrayList<>();
  private final long stretch;

  /** Prepares what is wanted. */
  public Generator(Order order) {
    this.order = order;
    this.incidents = Planting.of(order);
    long planted = incidents.size() * plannedCalls();
    sources.add(new Ordinary(order, Math.max(0, order.events() - order.changes() - planted)));
    sources.add(new UnrelatedChanges(order));
    sources.addAll(incidents);
    this.stretch = stretch(order);
  }

  private long plannedCalls() {
    return Math.clamp(order.events() / 40, 320, 5_000);
  }

  private static long stretch(Order order) {
    long groups = (World.ACCOUNTS.size() - 1) * 3L;
    for (int minutes : STRETCHES) {
      long slots = order.days() * Order.DAY / (minutes * MINUTE);
      if (order.events() / (slots * groups) >= FEW) {
        return minutes * MINUTE;
      }
    }
    return STRETCHES[STRETCHES.length - 1] * MINUTE;
  }

  /** What is planted. */
  public List<Answer> answers() {
    return incidents.stream().map(PlantedIncident::answer).toList();
  }

  /** Writes the archive below a folder, and {@code answers.json} into it. */
  public Made write(Path folder) throws IOException {
    try {
      return writeAll(folder);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static void write(ArchiveFiles files, long delivered, List<Dated> events) {
    try {
      files.write(delivered, events);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Made writeAll(Path folder) throws IOException {
    ArchiveFiles files = new ArchiveFiles(folder, order);
    for (long from = order.first(); from < order.end(); from += stretch) {
      long delivered = from + stretch;
      grouped(from).parallelStream().forEach(events -> write(files, delivered, events));
    }
    Answers.write(folder.resolve("answers.json"), order, answers());
    return files.made();
  }

  private Collection<List<Dated>> grouped(long from) {
    Map<String, List<Dated>> files = new TreeMap<>();
    for (Dated event : between(new Span(from, from + stretch))) {
      files.computeIfAbsent(event.account() + event.region(), k -> new ArrayList<>()).add(event);
    }
    return files.values();
  }

  /** The events of a stretch, in the order of their time. */
  List<Dated> between(Span span) {
    List<Dated> events = new ArrayList<>();
    sources.forEach(s -> s.add(span, events));
    events.sort(Dated.ORDER);
    return events;
  }
}
