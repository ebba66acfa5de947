package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.scan.SeenSentences;
import awsleuth.core.scan.Shapes;
import awsleuth.core.scan.Stretch;
import awsleuth.core.scan.Stretches;
import awsleuth.core.scan.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads failed calls out of a stream that is too large to hold. Stretches that differ in digits and
 * ids alone are read once and counted after that; what is kept does not grow with the stream.
 */
final class StreamReader {

  private static final int MOST_SHAPES = 65_536;

  /** A failure, how often it was seen and where last. */
  private static final class Tally {
    final Failure failure;
    int count;
    Source last;

    Tally(Failure failure) {
      this.failure = failure;
      this.last = failure.last();
    }
  }

  /** What a stretch said, and how many lines it had before those that tell it. */
  private record Known(List<Failure> failures, int linesBefore) {}

  private final String name;
  private final AwsCatalog catalog;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<Long, Known> shapes = new HashMap<>();
  private final SeenSentences seen = new SeenSentences();
  private long leftOut;

  /** The primary failure of the last stretch that told one, and the line it is told in last. */
  private @Nullable Failure latest;

  private long latestEnd;

  private StreamReader(String name, AwsCatalog catalog) {
    this.name = name;
    this.catalog = catalog;
  }

  /** The failures, first the one that the stream ends with a traceback of, then by frequency. */
  static Streamed read(String name, Stretches.ByteSource in, AwsCatalog catalog)
      throws IOException {
    StreamReader reader = new StreamReader(name, catalog);
    Summary summary = Stretches.find(in, reader::stretch);
    return new Streamed(reader.failures(summary.lines()), reader.leftOut);
  }

  private void stretch(Stretch stretch) {
    if (tallies.size() < Streamed.MOST_KINDS) {
      seen.add(stretch);
      read(stretch);
      return;
    }
    SeenSentences.Rest rest = seen.without(stretch);
    leftOut += rest.emptied();
    if (!rest.isEmpty()) {
      read(rest.stretch());
    }
  }

  private void read(Stretch stretch) {
    int shift = (int) Math.min(Integer.MAX_VALUE - 1_000_000, stretch.firstLine() - 1);
    long shape = shape(stretch);
    Known known = shapes.get(shape);
    int before = linesBefore(stretch);
    if (known == null) {
      String text = new String(stretch.bytes(), StandardCharsets.UTF_8);
      Artifact artifact = new Artifact(name, Artifact.Kind.TRACEBACK, text);
      known = new Known(FailureReader.read(artifact, catalog), before);
      if (shapes.size() < MOST_SHAPES) {
        shapes.put(shape, known);
      }
    }
    for (Failure f : known.failures()) {
      count(f, shift + before - known.linesBefore());
    }
    if (!known.failures().isEmpty()) {
      latest = known.failures().getFirst();
      latestEnd = (long) latest.last().line() + shift + before - known.linesBefore();
    }
  }

  private void count(Failure f, int shift) {
    String key = f.call().kind();
    Tally tally = tallies.get(key);
    if (tally == null) {
      if (tallies.size() >= Streamed.MOST_KINDS) {
        leftOut += f.count();
        return;
      }
      tally = new Tally(f.moved(shift));
      tallies.put(key, tally);
    }
    tally.count += f.count();
    tally.last = f.last().moved(shift);
  }

  private static int linesBefore(Stretch stretch) {
    int lines = 0;
    for (int i = 0; i < stretch.coreFrom(); i++) {
      lines += stretch.bytes()[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /**
   * A hash of the telling bytes in which digits, and the letters of hexadecimal ids, count alike;
   * those of a name, a Region or a status do not.
   */
  private static long shape(Stretch stretch) {
    long hash = Shapes.START;
    boolean number = false;
    boolean telling = false;
    for (int i = stretch.coreFrom(); i < stretch.coreTo(); i++) {
      byte b = stretch.bytes()[i];
      boolean digit = Shapes.isNumber(b, number);
      telling = digit && (number ? telling : Shapes.tells(stretch.bytes(), i));
      if (telling || !digit || !number) {
        hash = Shapes.add(hash, digit && !telling ? (byte) '0' : b);
      }
      number = digit;
    }
    return hash;
  }

  private List<Failure> failures(long lines) {
    List<Tally> order = new ArrayList<>(tallies.values());
    order.sort((a, b) -> Integer.compare(b.count, a.count));
    Tally death = death(lines);
    if (death != null) {
      order.remove(death);
      order.addFirst(death);
    }
    List<Failure> out = new ArrayList<>(order.size());
    for (Tally t : order) {
      out.add(t.failure.seen(t.count, t.last));
    }
    return out;
  }

  /** What the program died of: the stream ends with its traceback; null where it does not. */
  private @Nullable Tally death(long lines) {
    return latest == null || latest.frames().isEmpty() || lines - latestEnd > Repeats.LAST_LINES
        ? null
        : tallies.get(latest.call().kind());
  }
}
