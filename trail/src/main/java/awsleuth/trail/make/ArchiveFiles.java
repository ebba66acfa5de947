package awsleuth.trail.make;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;

/**
 * Writes files where and as CloudTrail does ("Finding your CloudTrail log files", CloudTrail user
 * guide).
 */
final class ArchiveFiles {

  private static final int MOST_EVENTS = 4_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path root;
  private final long seed;
  private final LongAdder files = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder packed = new LongAdder();

  ArchiveFiles(Path folder, Order order) {
    Path logs = folder.resolve("AWSLogs");
    this.root = order.organisation() ? logs.resolve(World.ORGANISATION) : logs;
    this.seed = order.seed();
  }

  /**
   * Writes the events of one account and Region.
   *
   * @param delivered when CloudTrail delivers them
   */
  void write(long delivered, List<Dated> some) throws IOException {
    for (int from = 0; from < some.size(); from += MOST_EVENTS) {
      one(delivered, some.subList(from, Math.min(some.size(), from + MOST_EVENTS)), from);
    }
  }

  private void one(long delivered, List<Dated> some, int part) throws IOException {
    Dated first = some.getFirst();
    Instant time = Instant.ofEpochMilli(delivered);
    Dice dice = Dice.of(seed, first.account() + first.region() + delivered + "/" + part);
    Path file =
        root.resolve(first.account())
            .resolve("CloudTrail")
            .resolve(first.region())
            .resolve(DAY.format(time))
            .resolve(
                first.account()
                    + "_CloudTrail_"
                    + first.region()
                    + "_"
                    + NAME.format(time)
                    + "_"
                    + dice.letters(16)
                    + ".json.gz");
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      records(some, out, dice);
    }
    files.increment();
    packed.add(Files.size(file));
  }

  private void records(List<Dated> some, OutputStream out, Dice dice) throws IOException {
    EventText text = new EventText();
    String before = "{\"Records\":[";
    for (Dated e : some) {
      String json = text.of(e.time(), e.account(), e.region(), e.by(), e.call(), e.id(), dice);
      put(before + json, out);
      before = ",";
      events.increment();
    }
    put("]}", out);
  }

  private void put(String json, OutputStream out) throws IOException {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    out.write(utf8);
    bytes.add(utf8.length);
  }

  Made made() {
    return new Made(files.sum(), events.sum(), bytes.sum(), packed.sum());
  }
}
